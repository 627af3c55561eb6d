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
