import type { ApiConfig } from '../config.ts'

/** What to warn of where others can reach the server without TLS; null where they cannot. */
export function plainHttpWarning({ isLoopback, publicUrl }: Pick<ApiConfig, 'isLoopback' | 'publicUrl'>): string | null {
  if (isLoopback || publicUrl?.startsWith('https:') === true) return null
  return (
    'HOST lets other machines in and PUBLIC_URL is not https, so passwords and tokens may cross the network unencrypted. ' +
    'Put a TLS proxy in front and name it in PUBLIC_URL and TRUSTED_PROXIES.'
  )
}
