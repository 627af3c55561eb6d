import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { selectedText, simulateScreen } from '../page/simulate-screen.ts'
import { expect, test } from '../test.ts'

interface Mistyped {
  because: string
  text: string
  faults: { code: string; underlined: string }[]
  /** Of the first fault, what a person would choose. */
  fix: string
  /** Without a fault: after this fix and then the first one of whatever is left. */
  fixed: string
}

const file = join(import.meta.dirname, '..', '..', '..', '..', 'fixtures', 'strategy', 'mistyped-commands.json')
/** Those that the sample prices and the day of the test decide have other tests. */
const isOfThisDay = ({ faults }: Mistyped): boolean => faults.some(({ code }) => code === 'E132' || code === 'E301')
const all = (JSON.parse(readFileSync(file, 'utf8')) as Mistyped[]).filter((each) => !isOfThisDay(each))
/** A part of them, with those that are mistyped most. */
const frequent = [
  'ten points over',
  'dates swapped',
  'a minus sign for the hyphen',
  'no percent sign',
  'a ticker typed in small Cyrillic letters',
]
const mistyped = all.filter(({ because }, i) => i % 4 === 0 || frequent.includes(because))

test('letters in lower case, more blanks than one, and tickers that look like a side or have a hyphen are read', async ({
  page,
}) => {
  await page.goto('/')
  const { command, faults, run } = simulateScreen(page)
  await command.fill('aapl-l-50%   MSFT-l-50%  2020-01-01   2023-01-01')
  await expect(page.getByRole('main')).toContainText('Apple')
  await expect(run).toBeEnabled()
  await expect(faults).toHaveCount(0)
  for (const symbol of ['L', 'S', 'BRK-B']) {
    await command.fill(`${symbol}-L-50% MSFT-S-50% 2020-01-01 2023-01-01`)
    // The sample has no prices of these.
    await expect(faults).toHaveCount(1)
    await simulateScreen(page).goTo(1).click()
    expect(await selectedText(command)).toBe(symbol)
  }
})

test('commands as newcomers mistype them are marked at the right characters, and mended by a click', async ({ page }) => {
  test.slow()
  expect(mistyped.length).toBeGreaterThan(20)
  await page.goto('/')
  for (const each of mistyped) await test.step(each.because, async () => expectMended(page, each))
})

test('names that nobody knows, the future, and days without a price are marked too', async ({ page }) => {
  await page.goto('/')
  const { command, faults } = simulateScreen(page)
  for (const [text, underlined] of [
    ['AAPLE-L-50% MSFT-L-50% 2020-01-01 2023-01-01', 'AAPLE'],
    ['AAPL-L-50% MSFT-L-50% 2020-01-01 2099-01-01', '2099-01-01'],
  ] as const) {
    await command.fill(text)
    await expect(faults).toHaveCount(1)
    await simulateScreen(page).goTo(1).click()
    expect(await selectedText(command)).toBe(underlined)
    await faults.locator('.fix').first().click()
    await expect(faults).toHaveCount(0)
    await expect(simulateScreen(page).run).toBeEnabled()
  }
})

async function expectMended(page: Page, { text, faults: expected, fix, fixed }: Mistyped): Promise<void> {
  const { command, faults, goTo } = simulateScreen(page)
  await command.fill(text)
  // A word with the caret behind it is not finished, and not blamed.
  await command.press('Control+Home')
  await expect(faults).toHaveCount(expected.length)
  for (const [i, { code, underlined }] of expected.entries()) {
    await expect(faults.nth(i)).toContainText(code)
    await goTo(i + 1).click()
    expect(await selectedText(command)).toBe(underlined)
  }
  const code = fix.replace(/^(?:add|remove) /, '')
  await faults.first().locator('.fix').filter({ hasText: code }).first().click()
  for (let more = 0; more < 5 && (await command.inputValue()) !== fixed; more += 1)
    await faults.first().locator('.fix').first().click()
  await expect(command).toHaveValue(fixed)
  await expect(faults).toHaveCount(0)
}
