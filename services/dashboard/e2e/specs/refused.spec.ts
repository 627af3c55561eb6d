import type { Locator, Page } from '@playwright/test'
import { exampleCommand } from '@portofino/contract'
import { refusedCall, serverAway } from '../page/browser-lines.ts'
import { expectResult, icon } from '../page/read-screen.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import { newPerson } from '../server/person.ts'
import type { Person } from '../server/person.ts'
import { expect, test } from '../test.ts'

const typed = `${exampleCommand} capital=5000`

/** The session is found ended when what was typed is to be run; gives the dialog that asks for the password. */
async function expiredAtRun(page: Page, person: Person): Promise<Locator> {
  await page.goto('/')
  const { command, run } = simulateScreen(page)
  await command.fill(typed)
  await person.endSessions()
  await run.click()
  return page.getByRole('dialog', { name: 'Sign in again' })
}

test('a session that ends while somebody writes asks for the password above the page, and keeps the text', async ({
  page,
  person,
  quiet,
}) => {
  quiet.allow(refusedCall)
  const dialog = await expiredAtRun(page, person)
  await expect(dialog).toBeVisible()
  // Chromium closes a dialog at the second Escape, whatever was said to the first.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  const password = dialog.getByLabel('Password', { exact: true })
  // The form wears its own look on every screen.
  await expect(password).toHaveCSS('height', '44px')
  await password.fill(person.password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toBeHidden()
  // The call that was refused goes on by itself.
  await expectResult(page)
})

test('somebody else who signs in where a session has ended sees nothing of what was written', async ({
  page,
  person,
  server,
  quiet,
}) => {
  quiet.allow(refusedCall)
  const dialog = await expiredAtRun(page, person)
  const { command } = simulateScreen(page)
  const other = await newPerson(server)
  await dialog.getByLabel('E-mail').fill(other.email)
  await dialog.getByLabel('Password', { exact: true }).fill(other.password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toBeHidden()
  await expect(command).toHaveValue(exampleCommand)
  await expect(page).toHaveURL(`${server.url}/`)
  await page.goto('/settings')
  await expect(page.getByRole('main')).toContainText(other.email)
})

test('a session that ends in the middle of a word takes no letter away: the question waits for a pause', async ({
  page,
  person,
  quiet,
}) => {
  quiet.allow(refusedCall)
  await page.goto('/')
  const { command } = simulateScreen(page)
  await command.fill('')
  await person.endSessions()
  // Names that nobody knows are looked up while somebody writes on.
  const text = 'ZZZQ-L-50% ZZZW-L-50% 2020-01-01 2023-01-01 capital=5000 bench=ZZZE'
  await command.pressSequentially(text, { delay: 60 })
  await expect(page.getByRole('dialog', { name: 'Sign in again' })).toBeVisible()
  await expect(command).toHaveValue(text)
})

test('too many runs at a time say when to go on, and keep the command', async ({ page, person, quiet }) => {
  quiet.allow(refusedCall)
  await page.goto('/')
  const { command, run } = simulateScreen(page)
  await command.fill(typed)
  await expect(async () => expect(await refusals(person)).toContain('too_many_requests')).toPass()
  await run.click()
  await expect(page.getByRole('main')).toContainText(/\b\d+ (?:s|seconds?)\b/)
  await expect(command).toHaveValue(typed)
})

test('a server that is away is named, and the command stays, also over reloading', async ({ page, server, quiet }) => {
  quiet.allow(...serverAway)
  await page.goto('/')
  const { command, run } = simulateScreen(page)
  await command.fill(typed)
  await server.stop()
  await run.click()
  await expect(page.getByRole('main')).toContainText(/Nothing answers|cannot be reached/)
  await expect(command).toHaveValue(typed)
  await server.start()
  await page.reload()
  await expect(command).toHaveValue(typed)
  await run.click()
  await expectResult(page)
})

test('a database that is away is named, and the command stays until it can be run', async ({ page, server, quiet }) => {
  quiet.allow(refusedCall)
  await page.goto('/')
  const { command, run } = simulateScreen(page)
  await command.fill(typed)
  server.killDatabase()
  await run.click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(/database/)
  await expect(command).toHaveValue(typed)
  await expect(async () => {
    const again = alert.getByRole('button', { name: /Run again/ })
    if (new URL(page.url()).pathname === '/') await again.click({ timeout: 1000 })
    await expect(page).toHaveURL(/\/simulations\//, { timeout: 3000 })
  }).toPass()
  await expectResult(page)
})

test('a command that only the prices can refuse fails with its step, its reason and a way on', async ({ page, person }) => {
  const { task_id: taskId } = await person.json<{ task_id: string }>('POST', '/simulate', {
    command: 'AAPL-L-50% MSFT-L-50% 1985-01-01 1985-06-01',
  })
  await page.goto(`/simulations/${taskId}`)
  await expect(page.getByText('Failed').first()).toBeVisible()
  await expect(page.getByRole('main')).toContainText('E303')
  await expect(page).toHaveTitle('Failed · AAPL MSFT · PortoFino')
  expect(await icon(page)).toBe('/favicon-failed.svg')
  await page.getByRole('link', { name: 'Edit & rerun' }).click()
  await expect(simulateScreen(page).command).toHaveValue(/1985-01-01/)
})

/** Runs the example a few times at once; gives what the refusals say. */
async function refusals(person: Person): Promise<string> {
  const calls = Array.from({ length: 15 }, async () => person.call('POST', '/simulate', { command: exampleCommand }))
  return (await Promise.allSettled(calls))
    .map((outcome) => (outcome.status === 'rejected' ? String(outcome.reason) : ''))
    .join('')
}
