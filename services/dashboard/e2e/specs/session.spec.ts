import type { Page } from '@playwright/test'
import { refusedCall, serverAway } from '../page/browser-lines.ts'
import { pressOn, tabTo } from '../page/keyboard.ts'
import type { Person } from '../server/person.ts'
import { expect, test, visitorTest } from '../test.ts'

const email = (page: Page) => page.getByLabel('E-mail', { exact: true })
const password = (page: Page) => page.getByLabel('Password', { exact: true })
const submit = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true })

async function expectSignedIn(page: Page, person: Person, path: string): Promise<void> {
  await expect(page).toHaveURL((url) => url.pathname === path)
  await expect(page.getByRole('complementary').getByRole('link', { name: person.email })).toBeVisible()
}

visitorTest('whoever must sign in comes back to where they wanted to go', async ({ page, person, quiet }) => {
  quiet.allow(refusedCall)
  await page.goto('/simulations?status=done')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await expect(page.getByText('After signing in you go on to /simulations?status=done.')).toBeVisible()
  await email(page).fill(person.email)
  await password(page).fill('wrong geese fly south')
  await submit(page).click()
  await expect(page.getByRole('alert')).toHaveCount(1)
  await expect(password(page)).toHaveValue('wrong geese fly south')
  await password(page).fill(person.password)
  await submit(page).click()
  await expectSignedIn(page, person, '/simulations')
  expect(new URL(page.url()).searchParams.get('status')).toBe('done')
  await page.reload()
  await expectSignedIn(page, person, '/simulations')
})

visitorTest(
  'signing in needs no mouse, takes what a manager fills in or is pasted, and leads back',
  async ({ page, context, person }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/about')
    await pressOn(page, page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Runs' }))
    await expect(page).toHaveURL((url) => url.searchParams.get('next') === '/simulations')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(email(page)).toHaveAttribute('autocomplete', 'username')
    await expect(password(page)).toHaveAttribute('autocomplete', 'current-password')
    await tabTo(page, email(page))
    await page.keyboard.type(person.email)
    await tabTo(page, password(page))
    await page.evaluate(async (text) => navigator.clipboard.writeText(text), person.password)
    await page.keyboard.press('ControlOrMeta+v')
    await page.keyboard.press('Enter')
    await expectSignedIn(page, person, '/simulations')
  },
)

visitorTest('an account is made on the same page', async ({ page, person }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Create an account' }).click()
  const address = `new-${person.email}`
  await email(page).fill(address)
  await password(page).fill('nine geese fly north')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expectSignedIn(page, { ...person, email: address }, '/')
})

for (const elsewhere of ['https://elsewhere.invalid/', '//elsewhere.invalid', '/\\elsewhere.invalid', 'javascript:alert(1)']) {
  visitorTest(`signing in never leads to ${elsewhere}`, async ({ page, person }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(elsewhere)}`)
    await email(page).fill(person.email)
    await password(page).fill(person.password)
    await submit(page).click()
    await expectSignedIn(page, person, '/')
  })
}

visitorTest('too many wrong passwords say how long to wait', async ({ page, person, server, quiet }) => {
  quiet.allow(refusedCall)
  await page.goto('/sign-in')
  await email(page).fill(person.email)
  await password(page).fill(person.password)
  await lockedOut(server.url, person.email)
  await submit(page).click()
  await expect(page.getByRole('alert')).toContainText(/Too many attempts\. Try again in \d+ s/)
  await expect(password(page)).toHaveValue(person.password)
})

visitorTest('while the database is away the form stays, and works when it is back', async ({ page, person, server, quiet }) => {
  quiet.allow(refusedCall)
  await page.goto('/sign-in')
  await email(page).fill(person.email)
  await password(page).fill(person.password)
  server.killDatabase()
  await submit(page).click()
  await expect(page.getByRole('alert')).toContainText(/database/)
  await expect(password(page)).toHaveValue(person.password)
  await expect(async () => {
    if (new URL(page.url()).pathname === '/sign-in') await submit(page).click({ timeout: 1000 })
    await expect(page).toHaveURL((url) => url.pathname === '/', { timeout: 3000 })
  }).toPass()
  await expectSignedIn(page, person, '/')
})

test('whoever loads a page while the database is away is led back to it without signing in again', async ({
  page,
  person,
  server,
  quiet,
}) => {
  quiet.allow(refusedCall)
  await page.goto('/simulations?status=done')
  await expectSignedIn(page, person, '/simulations')
  server.killDatabase()
  const isAtDoor = page.waitForURL((url) => url.pathname === '/sign-in')
  await page.reload()
  await isAtDoor
  await expect(page).toHaveURL((url) => url.pathname === '/simulations', { timeout: 40_000 })
  await expectSignedIn(page, person, '/simulations')
  expect(new URL(page.url()).searchParams.get('status')).toBe('done')
})

visitorTest('a server that is away is named, and found again when it is back', async ({ page, person, server, quiet }) => {
  quiet.allow(...serverAway)
  await page.goto('/sign-in')
  await email(page).fill(person.email)
  await password(page).fill(person.password)
  await server.stop()
  await submit(page).click()
  await expect(page.getByRole('main')).toContainText(`The server cannot be reachedAddress${server.url}`)
  await expect(email(page)).toHaveValue(person.email)
  await server.start()
  await expect(page.getByText('The server cannot be reached')).toBeHidden({ timeout: 15_000 })
  await submit(page).click()
  await expectSignedIn(page, person, '/')
})

test('no token is kept where scripts could read it later', async ({ page, person }) => {
  await page.goto('/')
  await expectSignedIn(page, person, '/')
  const kept = await page.evaluate(() =>
    JSON.stringify(
      [localStorage, sessionStorage].map((storage) => Object.entries(storage)).concat([[['cookie', document.cookie]]]),
    ),
  )
  expect(kept).not.toMatch(/eyJ|[\w-]{32}/)
})

/** Fails to sign in until nobody may try for some seconds. */
async function lockedOut(url: string, address: string): Promise<void> {
  const { headers } = await fetch(`${url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: address, password: 'wrong geese fly south' }),
  })
  if (Number(headers.get('retry-after') ?? 0) < 4) await lockedOut(url, address)
}
