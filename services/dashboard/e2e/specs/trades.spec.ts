import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../page/accessibility.ts'
import { refusedCall } from '../page/browser-lines.ts'
import { expectResult } from '../page/read-screen.ts'
import type { Person } from '../server/person.ts'
import { expect, test } from '../test.ts'

const daily = 'AAPL-L-50% MSFT-L-50% 2020-01-01 2021-01-01 rebalance=daily'
const untouched = 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01'

interface Trade {
  date: string
  value: number
}

const region = (page: Page) => page.getByRole('region', { name: 'Trades' })
const rows = (page: Page) => region(page).locator('tbody tr')
const pager = (page: Page) => page.getByRole('navigation', { name: 'Pages of trades' })

async function tradesOf(person: Person, id: number): Promise<Trade[]> {
  return (await person.json<{ trades: Trade[] }>('GET', `/history/${id}/series`)).trades
}

test('trades are read by keyboard, a hundred at a time; the file has all of them', async ({ page, person }) => {
  const { id, taskId } = await person.simulated(daily)
  const trades = await tradesOf(person, id)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.replace(/.*\//, '') + new URL(request.url()).search))
  await page.goto(`/simulations/${taskId}`)
  await expectResult(page)
  expect(asked.filter((path) => path.startsWith('series'))).toEqual(['series?trades=false'])
  const main = page.getByRole('main')
  await expect(main).toContainText(`After the first purchase, ${trades.length - 2} trades followed.`)

  await expect(rows(page)).toHaveCount(100)
  await expect(rows(page).first()).toContainText('2020-01-02')
  await expect(pager(page)).toContainText(`1 to 100 of ${trades.length}`)
  await pager(page).getByRole('link', { name: 'Next' }).focus()
  await page.keyboard.press('Enter')
  await expect(pager(page)).toContainText(`101 to 200 of ${trades.length}`)
  await expect(rows(page).first()).toContainText(trades[100]!.date)
  await expect(page.getByRole('status').filter({ hasText: `Trades 101 to 200 of ${trades.length}` })).toBeAttached()
  await expect(pager(page).getByRole('link', { name: 'Next' })).toBeFocused()
  await expect(page).toHaveURL((url) => url.searchParams.get('trades') === '2')
  await expectAccessible(page)

  const last = Math.ceil(trades.length / 100)
  for (let shown = 3; shown <= last; shown++) {
    await page.keyboard.press('Enter')
    await expect(rows(page).first()).toContainText(trades[(shown - 1) * 100]!.date)
    await expect(page).toHaveURL((url) => url.searchParams.get('trades') === String(shown))
  }
  await expect(rows(page).last()).toContainText(trades.at(-1)!.date)
  await expect(pager(page).getByRole('link', { name: 'Next' })).toHaveCount(0)
  await expect(pager(page).getByRole('link', { name: 'Previous' })).toBeFocused()
  await page.goBack()
  await expect(rows(page).first()).toContainText(trades[(last - 2) * 100]!.date)

  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  await page.getByRole('menuitem', { name: /^JSON/ }).click()
  const { series } = JSON.parse(await readFile(await (await waiting).path(), 'utf8')) as { series: { trades: Trade[] } }
  expect(series.trades).toEqual(trades)
})

test('the page before stays in sight while the next one comes', async ({ page, person }) => {
  const { taskId } = await person.simulated(daily)
  const { promise: isAllowed, resolve: allow } = Promise.withResolvers<null>()
  await page.route('**/trades?page=2', async (route) => {
    await isAllowed
    await route.continue()
  })
  await page.goto(`/simulations/${taskId}`)
  await expectResult(page)
  await pager(page).getByRole('link', { name: 'Next' }).click()
  await expect(page.locator('[aria-busy="true"]').filter({ has: region(page) })).toHaveClass(/stale/)
  await expect(rows(page).first()).toContainText('2020-01-02')
  allow(null)
  await expect(pager(page)).toContainText('101 to 200')
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
})

test('a range has its own trades, from their first page on', async ({ page, person }) => {
  const { id, taskId } = await person.simulated(daily)
  const trades = await tradesOf(person, id)
  await page.goto(`/simulations/${taskId}?trades=3`)
  await expectResult(page)
  await expect(pager(page)).toContainText('201 to 300')
  await page.locator('#overview').getByRole('button', { name: '6M' }).click()
  await expect(page).toHaveURL((url) => url.searchParams.get('trades') === null)
  const from = await page.getByLabel('From', { exact: true }).first().inputValue()
  const within = trades.filter(({ date }) => date >= from)
  expect(within.length).toBeGreaterThan(200)
  await expect(pager(page)).toContainText(`1 to 100 of ${within.length}`)
  await expect(page.locator('#holdings')).toContainText(`${within.length} trades in the range`)
  await expect(rows(page).first()).toContainText(from)
})

test('a range without trades says so, and a page that is not there', async ({ page, person }) => {
  const { taskId } = await person.simulated(untouched)
  await page.goto(`/simulations/${taskId}?range=1y`)
  await expectResult(page)
  const holdings = page.locator('#holdings')
  await expect(holdings).toContainText(/Nothing was bought or sold from .* to .*\./)
  await holdings.getByRole('button', { name: 'Show the whole run' }).click()
  await expect(rows(page)).toHaveCount(2)
  await expect(pager(page)).toHaveCount(0)
  const other = await person.simulated(daily)
  await page.goto(`/simulations/${other.taskId}?trades=99`)
  await expectResult(page)
  await expect(holdings).toContainText('There is no page 99 of trades')
  await holdings.getByRole('link', { name: 'Show the last page' }).click()
  await expect(rows(page).last()).toContainText('2020-12-31')
})

test('trades that cannot be read leave the rest as it is, and are asked for again', async ({ page, person, quiet }) => {
  quiet.allow(refusedCall)
  const { taskId } = await person.simulated(untouched)
  let isBroken = true
  await page.route(/\/trades\?page=/, async (route) => (isBroken ? route.fulfill({ status: 404, json: {} }) : route.continue()))
  await page.goto(`/simulations/${taskId}`)
  await expectResult(page)
  const alert = page.locator('#holdings').getByRole('alert')
  await expect(alert).toContainText('All other figures hold.')
  isBroken = false
  await alert.getByRole('button', { name: 'Retry' }).click()
  await expect(rows(page)).toHaveCount(2)
})
