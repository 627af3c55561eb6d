import { readFileSync } from 'node:fs'

/**
 * Where a build for another origin finds the API: `NEXT_PUBLIC_API_URL`, else `{"api_url": "…"}` of `dashboard.json`, else undefined: the
 * page's own origin.
 */
export function apiAddress(given: string | undefined, dashboardFile: string | null): string | undefined {
  if (given !== undefined && given !== '') return checked(given, 'NEXT_PUBLIC_API_URL')
  if (dashboardFile === null) return undefined
  const { api_url: written } = JSON.parse(dashboardFile) as { api_url?: unknown }
  return written === undefined ? undefined : checked(written, '"api_url" of dashboard.json')
}

function checked(written: unknown, place: string): string {
  const address = typeof written === 'string' ? written.replace(/\/$/, '') : ''
  const fits = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) && new URL(address).origin === address
  if (!fits)
    throw new Error(
      `Cannot build: ${place} must be http:// or https:// with a host and nothing behind it, got ${JSON.stringify(written)}`,
    )
  return address
}

/** The text of a file; null when there is none. */
export function textIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
