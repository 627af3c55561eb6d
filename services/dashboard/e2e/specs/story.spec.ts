import { exampleCommand } from '@portofino/contract'
import type { Page } from '@playwright/test'
import { figuresOf } from '../figures/figures.ts'
import { workbookNumbers } from '../figures/workbook.ts'
import { pressOn, tabTo } from '../page/keyboard.ts'
import { expectResult } from '../page/read-screen.ts'
import { downloaded, saved, screenFigures } from '../page/run-screen.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import { expect, visitorTest } from '../test.ts'

const runAddress = /\/simulations\/[\da-f-]{36}$/

async function expectExampleResult(page: Page): Promise<void> {
  await expect(page).toHaveURL(runAddress)
  await expectResult(page)
  expect(await screenFigures(page)).toMatchObject({ 'Final value': '$160,767', CAGR: '+17.23%', 'Max drawdown': '−30.25%' })
}

visitorTest('a visitor without an account runs the example, understands it and takes it home', async ({ page }) => {
  await page.goto('/')
  const { command, run } = simulateScreen(page)
  await expect(command).toHaveValue(exampleCommand)
  await run.click()
  await expectExampleResult(page)
  const report = await downloaded(page, 'XLSX')
  expect(report.file).toMatch(/^portofino-\d+.*2020-01-02.*2022-12-28.*\.xlsx$/)
  expect(figuresOf(await workbookNumbers(report.bytes))).toEqual(await screenFigures(page))
  const csv = await downloaded(page, 'CSV')
  expect(new TextDecoder().decode(csv.bytes).trim().split('\n')).toHaveLength(755)

  const address = page.url()
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Runs' }).click()
  await page.getByRole('main').getByRole('link', { name: /AAPL/ }).first().click()
  await expect(page).toHaveURL(address)
  await expectExampleResult(page)
  await page.goBack()
  await expect(page).toHaveURL(/\/simulations$/)
})

visitorTest('the same needs no mouse', async ({ page }) => {
  await page.goto('/')
  const { command, run } = simulateScreen(page)
  await tabTo(page, command)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01')
  await page.keyboard.press('Escape')
  await tabTo(page, run)
  await page.keyboard.press('Enter')
  await expectExampleResult(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const download = page.waitForEvent('download')
  await pressOn(page, page.getByRole('button', { name: 'Download' }))
  await expect(page.getByRole('menuitem', { name: 'XLSX' })).toBeFocused()
  await page.keyboard.press('Enter')
  const { bytes } = await saved(await download)
  expect(figuresOf(await workbookNumbers(bytes))).toEqual(await screenFigures(page))
  const printing = page.evaluate(async () => new Promise((resolve) => addEventListener('beforeprint', () => resolve('prints'))))
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'PDF' })).toBeFocused()
  await page.keyboard.press('Enter')
  expect(await printing).toBe('prints')

  const address = page.url()
  await pressOn(page, page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Runs' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Runs' })).toBeFocused()
  await expect(page.getByRole('main').getByRole('link', { name: /AAPL/ }).first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(address)
})

visitorTest('a command in the address is told in words and runs, and Back returns to it', async ({ page }) => {
  await page.goto(`/?cmd=${encodeURIComponent(exampleCommand)}`)
  await expect(page.locator('.echo')).toContainText(
    /^Hold 50% Apple Inc\. \(AAPL\) and 50% Microsoft Corporation \(MSFT\) from 1\sJanuary\s2020 to 1\sJanuary\s2023, bought once and left alone\./,
  )
  await simulateScreen(page).run.click()
  await expectExampleResult(page)
  await page.goBack()
  await expect(simulateScreen(page).command).toHaveValue(exampleCommand)
})

visitorTest('registering keeps what the guest has run', async ({ page }) => {
  await page.goto('/')
  await simulateScreen(page).run.click()
  await expectExampleResult(page)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail', { exact: true }).fill(`guest-${Date.now()}@example.com`)
  await page.getByLabel('Password', { exact: true }).fill('nine geese fly north')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('complementary').getByRole('link', { name: /guest-\d+@example.com/ })).toBeVisible()
  await page.goto('/simulations')
  await expect(page.getByRole('main').getByRole('link', { name: /AAPL/ }).first()).toBeVisible()
})
