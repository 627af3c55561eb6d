import type { Locator, Page } from '@playwright/test'
import { simulateScreen } from '../page/simulate-screen.ts'
import { expect, test } from '../test.ts'

/** Presses and releases where the control stands at first, as a hand does. */
async function clickInPlace(page: Page, control: Locator): Promise<void> {
  await control.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await control.boundingBox())!
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  // As long as it takes the page to answer.
  await page.evaluate(async () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))
  await page.mouse.up()
}

for (const name of ['Full language', 'Build by form', 'Copy link']) {
  test(`the first click on ${name} counts, although leaving the text shows its faults`, async ({ page }) => {
    await page.goto('/')
    const { command, faults } = simulateScreen(page)
    await command.fill('')
    await command.pressSequentially('AAPL-L-50% ')
    await command.press('Escape')
    await expect(faults).toHaveCount(0)
    await clickInPlace(page, page.getByRole('button', { name, exact: true }))
    await expect(faults).not.toHaveCount(0)
    if (name === 'Full language') await expect(page.getByRole('dialog')).toBeVisible()
    if (name === 'Build by form') await expect(page.getByRole('heading', { name })).toBeVisible()
    if (name === 'Copy link') await expect(page.getByText('The link is copied')).toBeAttached()
  })
}

const half = 'AAPL-L-40% MSFT-L-30% JNJ-L-30%'

for (const width of [1440, 375]) {
  test(`the list never lies over Run, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/')
    const { command, run } = simulateScreen(page)
    for (const text of ['A', 'AAPL-L-', `${half} `, `${half} 2020 `, `${half} 2020 202`, `${half} KO`]) {
      await command.fill(text)
      await command.press('Alt+ArrowDown')
      const list = (await page.locator('.complete').boundingBox())!
      const button = (await run.boundingBox())!
      const apart =
        list.x + list.width <= button.x ||
        button.x + button.width <= list.x ||
        list.y + list.height <= button.y ||
        button.y + button.height <= list.y
      expect(apart, `${text}: list ${JSON.stringify(list)}, Run ${JSON.stringify(button)}`).toBe(true)
      expect(list.x).toBeGreaterThanOrEqual(0)
      expect(list.x + list.width).toBeLessThanOrEqual(width)
    }
  })
}

test('a year is whole: nothing is offered for it unasked, and Run runs what was typed', async ({ page }) => {
  await page.goto('/')
  const { command, run } = simulateScreen(page)
  await command.fill('')
  await command.pressSequentially(`${half} 2020 2022`)
  await expect(page.getByRole('listbox')).toBeHidden()
  await command.press('Alt+ArrowDown')
  await expect(page.getByRole('option', { name: /^2022-12-31/ })).toBeVisible()
  await command.press('Escape')
  await clickInPlace(page, run)
  await page.waitForURL('**/simulations/*')
  await expect(page.getByText(`${half} 2020 2022`).first()).toBeVisible()
})

test('a period that runs backward is told to who pauses, and to who asks for the run', async ({ page }) => {
  await page.goto('/')
  const { command, faults } = simulateScreen(page)
  await command.fill('')
  await command.pressSequentially('AAPL-L-100% 2022 2020')
  await expect(faults).toContainText(['End date is not after start date'])
  await command.fill('')
  await command.pressSequentially('AAPL-L-60% MSFT-L-20% 2020')
  await expect(faults).toHaveCount(0)
  await command.press('ControlOrMeta+Enter')
  await expect(faults).not.toHaveCount(0)
  await expect(command).toBeFocused()
})

test('a period without a price is a fault before the run', async ({ page }) => {
  await page.goto('/')
  const { command, faults, run } = simulateScreen(page)
  await command.fill('AAPL-L-100% 2023 2025')
  await expect(faults).toContainText(['AAPL has no prices in this period'])
  await expect(faults).toContainText(['28 Dec 2022'])
  await expect(run).toHaveAttribute('aria-disabled', 'true')
  await faults.locator('.fix').first().click()
  await expect(run).not.toHaveAttribute('aria-disabled', 'true')
})

test('a symbol that the sample lacks has a way out', async ({ page }) => {
  await page.goto('/')
  const { command, faults } = simulateScreen(page)
  await command.fill('TSLA-L-100% 2020 2022')
  await expect(faults).toContainText(['20 US stocks and the S&P 500'])
  await faults.getByRole('button', { name: 'Show list' }).click()
  const rows = page.getByRole('dialog').getByRole('listitem')
  await expect(rows).toHaveCount(21)
  await expect(rows.filter({ hasText: 'XOM' })).toContainText('1990-01-02')
})

test('the list at an empty editor has all of the sample', async ({ page }) => {
  await page.goto('/')
  const { command } = simulateScreen(page)
  await command.fill('')
  await command.press('Alt+ArrowDown')
  await expect(page.getByRole('option', { name: /^XOM/ })).toBeAttached()
  await expect(page.getByRole('option', { name: /^AAPL/ })).toContainText('prices since 1990-01-02')
})

test('a company by its name becomes its ticker in one step', async ({ page }) => {
  await page.goto('/')
  const { command, faults } = simulateScreen(page)
  await command.fill('apple 50')
  await command.blur()
  await faults.getByRole('button', { name: /AAPL-L-50%/ }).click()
  await expect(command).toHaveValue('AAPL-L-50%')
})

test('examples stay until a run succeeds', async ({ page, person }) => {
  await person.call('POST', '/simulate', { command: 'AAPL-L-100% 2023 2025' })
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Recent runs' })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(3)
  await person.simulated('AAPL-L-100% 2020 2021')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Recent runs' })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(0)
})
