import type { ApiConfig } from '../config.ts'
import { loopbackNames } from './loopback.ts'

/** Where this server stands for browsers: which hosts it answers for and whose pages may call it. */
export interface Site {
  /** Without a slash at the end: `http://localhost:8000`. */
  readonly publicUrl: string
  readonly isHttps: boolean
  /** Whether a Host header names this server. */
  answersFor: (host: string | undefined) => boolean
  /** Whether pages of this origin may call, exactly as the browser writes it. */
  admits: (origin: string) => boolean
}

/**
 * The port is asked for late, because the server may be given a free one. A server on loopback answers for all names of
 * loopback and no others, so that a page elsewhere cannot reach it by a name that it points to this machine.
 */
export function openSite(config: Pick<ApiConfig, 'publicUrl' | 'isLoopback' | 'allowedOrigins'>, port: () => number): Site {
  const publicUrl = (): string => config.publicUrl ?? `http://localhost:${port()}`
  const hosts = (): string[] => {
    const named = new URL(publicUrl()).host
    return [named, ...loopbackNames.map((name) => `${name}:${port()}`)]
  }
  const origins = (): string[] => {
    const own = config.isLoopback ? loopbackNames.map((name) => `http://${name}:${port()}`) : []
    return [publicUrl(), ...own, ...config.allowedOrigins]
  }
  return {
    get publicUrl() {
      return publicUrl()
    },
    get isHttps() {
      return publicUrl().startsWith('https:')
    },
    answersFor: (host) => host !== undefined && hosts().includes(host.toLowerCase()),
    admits: (origin) => origins().includes(origin),
  }
}
