/** Where the API answers: this page's own origin, unless the build was told another (`NEXT_PUBLIC_API_URL`). */
export const apiOrigin: string = (import.meta.env['NEXT_PUBLIC_API_URL'] as string | undefined)?.replace(/\/+$/, '') ?? ''

/** The address that people are shown. */
export function apiAddress(): string {
  return apiOrigin === '' ? location.origin : apiOrigin
}

/** `wss://…` of a path of the API. */
export function socketAddress(path: string): string {
  return new URL(path, apiAddress()).href.replace(/^http/, 'ws')
}
