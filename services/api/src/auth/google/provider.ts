import { ClientSecretPost, discovery, enableNonRepudiationChecks } from 'openid-client'
import type { Configuration } from 'openid-client'
import { isLoopbackName } from '../../http/loopback.ts'
import type { Site } from '../../http/site.ts'

export interface ProviderOptions {
  clientId: string
  clientSecret: string
  /** Google's unless a test says otherwise. */
  issuer?: string
}

export const googleIssuer = 'https://accounts.google.com'

/** The provider as it describes itself, asked for at the first use and kept; asked again after a failure. */
export type Provider = () => Promise<Configuration>

const timeoutSeconds = 10

export function openProvider({ clientId, clientSecret, issuer = googleIssuer }: ProviderOptions, site: Site): Provider {
  // Whoever could set the issuer of a public server could sign in as anybody.
  if (issuer !== googleIssuer && !isLoopbackName(new URL(site.publicUrl).hostname)) {
    throw new Error(`Cannot sign in with ${issuer}: a public server takes ${googleIssuer} only`)
  }
  const describe = async (): Promise<Configuration> => {
    const configuration = await discovery(new URL(issuer), clientId, undefined, ClientSecretPost(clientSecret), {
      timeout: timeoutSeconds,
    })
    // The signature of ID tokens too, not only the connection that they came by.
    enableNonRepudiationChecks(configuration)
    return configuration
  }
  let described: Promise<Configuration> | null = null
  return () => {
    described ??= describe().catch((fault: unknown) => {
      described = null
      throw fault
    })
    return described
  }
}
