import type { Page } from '@playwright/test'
import { cannotReadPages, pageText, printedPages } from '../figures/printed-figures.ts'
import { expectResult } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

const command = 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01 bench=^GSPC'

test.beforeEach(async ({ page, person }) => {
  const { taskId } = await person.simulated(command)
  await page.goto(`/simulations/${taskId}`)
  await expectResult(page)
})

const chart = (page: Page) => page.locator('#overview')
const part = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name)

test('what changes the view is in the address, and comes back with it; what cannot be read there is the whole view', async ({
  page,
}) => {
  await chart(page).getByRole('button', { name: 'Log' }).click()
  await chart(page).getByRole('button', { name: 'Indexed' }).click()
  await chart(page).getByRole('button', { name: '1Y' }).click()
  await chart(page).getByRole('button', { name: 'Benchmark' }).click()
  await expect(page).toHaveURL((url) => url.searchParams.get('range') === '1y')
  expect([part(page, 'scale'), part(page, 'view'), part(page, 'bench')]).toEqual(['log', 'indexed', 'off'])
  await page.reload()
  await expectResult(page)
  for (const name of ['Log', 'Indexed', '1Y']) {
    await expect(chart(page).getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true')
  }
  await expect(page.getByLabel('To', { exact: true }).first()).toHaveValue('2022-12-28')
  await chart(page).getByRole('button', { name: 'Max' }).click()
  await expect(page).toHaveURL((url) => url.searchParams.get('range') === null)
  await page.goto(`${page.url().split('?')[0]}?range=yesterday&scale=cubic`)
  await expectResult(page)
  for (const name of ['Max', 'Linear']) {
    await expect(chart(page).getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true')
  }
})

test('the period that was asked for, the one that was run, who shortened it, and who draws the charts are said', async ({
  page,
}) => {
  const main = page.getByRole('main')
  await expect(page.getByRole('link', { name: 'TradingView' })).toHaveAttribute('href', 'https://www.tradingview.com/')
  await expect(page.getByRole('cell', { name: /\+4\.52% partial/ })).toBeVisible()
  await expect(main).toContainText('Colors are symmetric and capped at the 95th percentile.')
  await expect(main).toContainText(/asked for 1\sJan\s2020 to 1\sJan\s2023/)
  await expect(main).toContainText(/covers 2\sJan\s2020 to 28\sDec\s2022, 754 sessions/)
  await expect(main).toContainText(/AAPL has no price after 28\sDec\s2022/)
})

test('the chart is read by keys: a day, 21 days, the ends', async ({ page }) => {
  const reader = page.getByRole('slider', { name: 'Value and drawdown by day' })
  await reader.focus()
  await page.keyboard.press('Home')
  await expect(reader).toHaveAttribute('aria-valuetext', /^2\sJan\s2020: portfolio \$100,000/)
  await page.keyboard.press('ArrowRight')
  await expect(reader).toHaveAttribute('aria-valuenow', '2')
  await page.keyboard.press('PageDown')
  await expect(reader).not.toHaveAttribute('aria-valuenow', '2')
  await page.keyboard.press('End')
  await expect(reader).toHaveAttribute('aria-valuetext', /^28\sDec\s2022: portfolio \$160,767.*drawdown −30\.25%/)
})

test('a window that is too long says why, and another one is chosen', async ({ page }) => {
  const windows = page.getByRole('group', { name: 'Window' })
  await expect(windows.getByRole('button', { name: '36 months' })).toBeDisabled()
  await expect(page.getByRole('main')).toContainText('36 months needs 756 returns; this run has 753.')
  await windows.getByRole('button', { name: '6 months', exact: true }).click()
  await expect(page).toHaveURL((url) => url.searchParams.get('rolling') === '6')
})

test('every sheet of paper has the command, the period, the version of the prices and its number; the tab has its name', async ({
  page,
}) => {
  await expect(page).toHaveTitle(/^AAPL MSFT · /)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeHidden()
  test.skip(cannotReadPages !== false, String(cannotReadPages))
  const sheets = printedPages(await page.pdf({ preferCSSPageSize: true })).map(pageText)
  expect(sheets.length).toBeGreaterThan(2)
  for (const [i, text] of sheets.entries()) {
    expect(text).toContain(command)
    expect(text).toMatch(/2 Jan 2020 to 28 Dec 2022 · data [\da-f]{8} · engine \d/)
    expect(text).toContain(`Page ${i + 1} of ${sheets.length}`)
  }
})
