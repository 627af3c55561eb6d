import type { Page } from '@playwright/test'
import { serverAway } from '../page/browser-lines.ts'
import { expectResult } from '../page/read-screen.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import type { Person } from '../server/person.ts'
import { expect, test, visitorTest } from '../test.ts'

const account = (page: Page, name: string) => page.getByRole('complementary').getByRole('link', { name })

async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel('E-mail', { exact: true }).fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
}

visitorTest(
  'whoever signs in on one tab is who every tab shows, with nothing of the one before',
  async ({ page, context, person, quiet }) => {
    quiet.allow(/status of 404/)
    await page.goto('/')
    await simulateScreen(page).run.click()
    await expectResult(page)
    const other = await context.newPage()
    await other.goto('/sign-in')
    await other.getByRole('button', { name: 'Sign in', exact: true }).first().click()
    await signIn(other, person)
    await expect(account(other, person.email)).toBeVisible()
    await expect(account(page, person.email)).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/^There is no run/)
  },
)

visitorTest('tabs that open together are one guest', async ({ page, context }) => {
  const made: string[] = []
  context.on('request', (request) => request.url().endsWith('/auth/guest') && made.push(request.url()))
  const other = await context.newPage()
  const tabs = [page, other]
  await Promise.all(tabs.map(async (tab) => tab.goto('/')))
  await Promise.all(tabs.map(async (tab) => simulateScreen(tab).run.click()))
  for (const tab of tabs) await expect(account(tab, 'Guest')).toBeVisible()
  expect(made).toHaveLength(1)
})

test('what was written leaves with the person who signs out', async ({ page, person }) => {
  await page.goto('/')
  const { command } = simulateScreen(page)
  await command.fill('KO-L-100% 2020 2021 capital=777')
  await expect(page).toHaveURL(/777/)
  await account(page, person.email).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  expect(
    await page.evaluate(() => JSON.stringify([localStorage, sessionStorage].map((place) => Object.entries(place)))),
  ).not.toContain('777')
})

test('with the server away nobody is signed out, and all is said', async ({ page, person, server, quiet }) => {
  // Nor has the page the code of the screen for signing in.
  quiet.allow(...serverAway, /The code of this screen did not arrive/)
  await page.goto('/settings')
  await expect(account(page, person.email)).toBeVisible()
  await server.stop()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Nothing answers')
  await expect(account(page, person.email)).toBeVisible()
  await expect(page.getByText('Reconnecting', { exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Sign out here only' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await server.start()
})

test('a server that comes back is noticed by a page that asks nothing of it', async ({ page, person, server, quiet }) => {
  quiet.allow(...serverAway)
  await page.goto('/settings')
  await expect(account(page, person.email)).toBeVisible()
  await server.stop()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByText('Reconnecting', { exact: true }).first()).toBeVisible()
  await server.start()
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible({ timeout: 15_000 })
})

test('signing out everywhere ends what is open elsewhere, and this', async ({ page, person }) => {
  await person.call('GET', '/auth/me')
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out everywhere…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(person.call('GET', '/auth/me')).rejects.toThrow(/answers 401/)
})

visitorTest('a browser that stores nothing shows every page', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
    }
  })
  await page.goto('/')
  await simulateScreen(page).run.click()
  await expectResult(page)
})
