import type { BrowserContext } from '@playwright/test'
import { expect } from '@playwright/test'

/** Listens to all pages of a context for whatever a sound page never says or does. */
export interface QuietPages {
  /** What a test brings about itself, such as the browser's line about a refused call. */
  allow: (...messages: readonly RegExp[]) => void
  /** Pages of other sites that a test means to visit. */
  allowOrigins: (...origins: readonly string[]) => void
  expectQuiet: () => void
}

export function quietPages(context: BrowserContext, origin: string): QuietPages {
  const heard: string[] = []
  const [allowed, origins] = [new Array<RegExp>(), new Set([origin, origin.replace(/^http/, 'ws')])]
  const visited = new Set<string>()
  context.on('console', (message) => heard.push(`console ${message.type()}: ${message.text()} (${message.location().url})`))
  context.on('weberror', (fault) => heard.push(`page error: ${fault.error().stack ?? fault.error().message}`))
  context.on('request', (request) => visited.add(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => visited.add(socket.url())))
  return {
    allow: (...messages) => void allowed.push(...messages),
    allowOrigins: (...others) => others.forEach((other) => origins.add(other)),
    expectQuiet() {
      const unexpected = heard.filter((line) => !allowed.some((pattern) => pattern.test(line)))
      expect(unexpected, 'what the pages said').toEqual([])
      const strangers = Array.from(visited).filter(
        (url) => !/^(?:data|blob|about):/.test(url) && !origins.has(new URL(url).origin),
      )
      expect(strangers, 'requests that leave the origin').toEqual([])
      const telling = Array.from(visited).filter((url) => /^(?:https?|ws):.*[?#].*(?:eyJ|ticket|password)/.test(url))
      expect(telling, 'secrets in addresses').toEqual([])
    },
  }
}
