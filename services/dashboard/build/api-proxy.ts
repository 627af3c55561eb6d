import { apiPathPattern } from '@portofino/contract'
import type { ProxyOptions } from 'vite'

/** Hands what is the API's to the API, so that pages and API have one origin in development too. */
export function apiProxy(target: string): Record<string, ProxyOptions> {
  return { [apiPathPattern]: { target, ws: true, changeOrigin: true, bypass: builtFile } }
}

/** `/assets?q=` lists instruments, `/assets/…` are files of a build. */
export function builtFile({ url = '' }: { url?: string | undefined }): string | undefined {
  return url.startsWith('/assets/') ? url : undefined
}
