import { exampleCommand } from '@portofino/contract'
import type { Page } from '@playwright/test'
import { refusedCall } from '../page/browser-lines.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import type { Person } from '../server/person.ts'
import { expect, test } from '../test.ts'

async function lookElsewhere(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Runs' }).click()
  await expect(simulateScreen(page).command).toHaveCount(0)
}

async function runsOf(person: Person): Promise<number> {
  return (await person.json<{ total: number }>('GET', '/history/?status=all')).total
}

test('a run whose answer was lost is not made twice by whoever looks elsewhere, comes back and runs again', async ({
  page,
  person,
  quiet,
}) => {
  quiet.allow(/ERR_FAILED/)
  await page.goto('/')
  await page.route(
    '**/simulate',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  const { run } = simulateScreen(page)
  await run.click()
  await expect(page.getByRole('alert')).toContainText('Your command stays here.')
  await lookElsewhere(page)
  await page.goBack()
  await run.click()
  await expect(page).toHaveURL(/\/simulations\/[0-9a-f-]{36}$/)
  expect(await runsOf(person)).toBe(1)
  // Then the same is another run.
  await page.goBack()
  await run.click()
  await expect(page).toHaveURL(/\/simulations\/[0-9a-f-]{36}$/)
  expect(await runsOf(person)).toBe(2)
})

test('neither a reload nor another page makes a second run of one that is on its way', async ({ page, person }) => {
  await page.goto('/')
  const arrived = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  await page.route(
    '**/simulate',
    async (route) => {
      await route.fetch()
      arrived.resolve()
    },
    { times: 1 },
  )
  const { run } = simulateScreen(page)
  await run.click()
  await arrived.promise
  await page.reload()
  let calls = 0
  await page.route('**/simulate', async (route) => {
    calls += 1
    await goOn.promise
    await route.continue()
  })
  await run.click()
  await expect.poll(() => calls).toBe(1)
  await lookElsewhere(page)
  await page.goBack()
  await run.click()
  goOn.resolve()
  await expect(page).toHaveURL(/\/simulations\/[0-9a-f-]{36}$/)
  expect(calls).toBe(1)
  expect(await runsOf(person)).toBe(1)
})

test('more lines than may run in a minute all run in the end, and those that have started are told', async ({
  page,
  person,
  quiet,
}) => {
  quiet.allow(refusedCall)
  await page.goto('/')
  const { command } = simulateScreen(page)
  const lines = Array.from({ length: 6 }, (_each, index) => `${exampleCommand} capital=${1000 + index}`)
  await command.fill(lines.join('\n'))
  const submitted: string[] = []
  await page.route('**/simulate', async (route) => {
    submitted.push(route.request().headers()['idempotency-key'] ?? '')
    if (submitted.length === 5) await route.fulfill({ ...tooMany, headers: { 'retry-after': '1' } })
    else await route.continue()
  })
  await page.getByRole('button', { name: 'Run 6 simulations' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Run 6 simulations' }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('4 of 6 runs have started')
  await alert.getByRole('button', { name: 'Run again', exact: true }).click()
  await expect(page).toHaveURL(/\/simulations$/)
  expect(submitted).toHaveLength(7)
  expect(new Set(submitted).size).toBe(6)
  expect(await runsOf(person)).toBe(6)
})

const tooMany = {
  status: 429,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'urn:portofino:problem:too_many_requests',
    title: 'Too many requests',
    status: 429,
    code: 'too_many_requests',
    detail: 'Too many attempts; try again in 1 s.',
  }),
}
