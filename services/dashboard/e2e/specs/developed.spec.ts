import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { quietPages } from '../page/quiet-pages.ts'
import { expectResult, tileFigures } from '../page/read-screen.ts'
import { downloaded } from '../page/run-screen.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import { developed, freePort } from '../server/developed.ts'
import { newPerson } from '../server/person.ts'
import { startedServer } from '../server/started-server.ts'
import { expect, visitorTest } from '../test.ts'

/** What Vite and React tell developers. */
const ofDevelopment = [/console debug: \[vite\]/, /console info: .*React DevTools/] as const

// One after the other: both keep what they have prepared in one folder.
visitorTest.describe.configure({ mode: 'default' })

visitorTest('npm run dev: pages on a port of their own reach the server by a proxy', async ({ browser }) => {
  const [port, own] = [await freePort(), await freePort()]
  const [url, pages] = [`http://localhost:${port}`, `http://localhost:${own}`]
  const folder = await mkdtemp(join(tmpdir(), 'portofino-developed-'))
  {
    const settings = { PORT: `${port}`, DATA_DIR: folder, DASHBOARD_PORT: `${own}`, ALLOWED_ORIGINS: pages }
    await using _ = await developed('dev', { settings, says: [`open ${url}`, `${pages}/`] })
    await walk(browser, { pages, api: pages, url })
  }
  await rm(folder, { recursive: true })
})

visitorTest('npm run dev:apart: pages on a port of their own ask a server on another origin', async ({ browser }) => {
  const own = await freePort()
  const pages = `http://localhost:${own}`
  await using server = await startedServer({ ALLOWED_ORIGINS: pages })
  const settings = { DASHBOARD_PORT: `${own}`, NEXT_PUBLIC_API_URL: server.url }
  await using _ = await developed('dev:apart', { settings, says: [`${pages}/`] })
  await walk(browser, { pages, api: server.url, url: server.url })
})

/** Signs in, runs, hears of it on a socket, takes the report, and is still signed in after reloading. */
async function walk(browser: Browser, { pages, api, url }: { pages: string; api: string; url: string }): Promise<void> {
  const person = await newPerson({ url })
  await using context = await browser.newContext({ baseURL: pages })
  const quiet = quietPages(context, pages)
  quiet.allow(...ofDevelopment)
  quiet.allowOrigins(api, api.replace(/^http/, 'ws'))
  const page = await context.newPage()
  const heard: string[] = []
  page.on('websocket', (socket) => socket.on('framereceived', () => heard.push(socket.url())))
  await page.goto('/sign-in')
  await page.getByLabel('E-mail', { exact: true }).fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('complementary').getByRole('link', { name: person.email })).toBeVisible()
  await simulateScreen(page).run.click()
  await expectResult(page)
  expect((await tileFigures(page))['CAGR']).toBe('+17.23%')
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible()
  expect((await downloaded(page, 'XLSX')).file).toMatch(/\.xlsx$/)
  expect(heard).toContainEqual(expect.stringMatching(`^${api.replace(/^http/, 'ws')}/ws/reports/`))
  await page.reload()
  await expectResult(page)
  quiet.expectQuiet()
}
