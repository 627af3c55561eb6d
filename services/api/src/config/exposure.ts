import type { ApiConfig } from '../config.ts'

/** What to warn of where others can reach the server without TLS, or hardly at all; null where they cannot, or where all is well. */
export function exposureWarning({ isLoopback, publicUrl }: Pick<ApiConfig, 'isLoopback' | 'publicUrl'>): string | null {
  if (isLoopback || publicUrl?.startsWith('https:') === true) return null
  const remedy = 'Put a TLS proxy in front and name it in PUBLIC_URL and TRUSTED_PROXIES.'
  if (publicUrl === null) {
    return (
      'HOST lets other machines in, but without PUBLIC_URL, which is where they reach the server, their calls are refused (421): ' +
      `it answers to localhost only. ${remedy}`
    )
  }
  return `HOST lets other machines in and PUBLIC_URL is not https, so passwords and tokens may cross the network unencrypted. ${remedy}`
}
