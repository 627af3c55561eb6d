import { test as playwright } from '@playwright/test'
import { quietPages } from './page/quiet-pages.ts'
import type { QuietPages } from './page/quiet-pages.ts'
import { browserSession } from './server/browser-session.ts'
import { newPerson } from './server/person.ts'
import type { Person } from './server/person.ts'
import { startedServer } from './server/started-server.ts'
import type { Server } from './server/started-server.ts'

export { expect } from '@playwright/test'

interface OfTheTest {
  /** Has an account of this test alone. */
  person: Person
  quiet: QuietPages
}

interface OfTheWorker {
  server: Server
  /** The one that tests of a worker share, whatever state the last test left it in. */
  sharedServer: Server
}

/** A browser without an account, beside a running server. Every page must stay quiet. */
export const visitorTest = playwright.extend<OfTheTest & { server: Server }, Omit<OfTheWorker, 'server'>>({
  sharedServer: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that it needs no other fixture
    async ({}, provide) => {
      await using server = await startedServer()
      await provide(server)
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  server: async ({ sharedServer }, provide) => {
    await sharedServer.start()
    await provide(sharedServer)
  },
  baseURL: async ({ server }, provide) => provide(server.url),
  person: async ({ server }, provide) => provide(await newPerson(server)),
  quiet: [
    async ({ context, server }, provide) => {
      const quiet = quietPages(context, server.url)
      await provide(quiet)
      quiet.expectQuiet()
    },
    { auto: true },
  ],
})

/** The same, with the person signed in. */
export const test = visitorTest.extend({
  storageState: async ({ server, person }, provide) => provide(await browserSession(server, person)),
})

/** The same, with a server of the test's own. */
export const testOn = (settings: Readonly<Record<string, string>>) =>
  test.extend({
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that it needs no other fixture
    server: async ({}, provide) => {
      await using server = await startedServer(settings)
      await provide(server)
    },
  })
