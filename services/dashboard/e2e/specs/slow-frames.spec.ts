import type { Page } from '@playwright/test'
import { expectResult } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

const command = 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01 bench=^GSPC'

const max = (page: Page) => page.locator('#overview').getByRole('button', { name: 'Max' })
const range = (page: Page): string | null => new URL(page.url()).searchParams.get('range')

test('a chart that is painted late, as in a tab behind others, shows the whole run; what the hand moves is kept', async ({
  page,
  person,
}) => {
  const { taskId } = await person.simulated(command)
  // Longer than a part that is moved takes to count as at rest.
  await page.addInitScript(() => {
    const soon = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (paint) => Number(setTimeout(() => soon(paint), 800))
    window.cancelAnimationFrame = (frame) => clearTimeout(frame)
  })
  await page.goto(`/simulations/${taskId}`)
  await expectResult(page)
  const chart = page.getByRole('slider', { name: 'Value and drawdown by day' })
  await expect(chart.locator('.labels')).toContainText('Portfolio')
  await expect(chart.locator('.labels')).toContainText('2020')
  expect(range(page)).toBeNull()
  await expect(max(page)).toHaveAttribute('aria-pressed', 'true')

  // Well within the upper pane, whatever stands above the chart.
  await chart.scrollIntoViewIfNeeded()
  await chart.hover({ position: { x: 500, y: 120 } })
  const { x, y } = (await chart.boundingBox())!
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Control')
  await expect.poll(() => range(page)).toMatch(/^2020-.*\.\.2022-/)
  const zoomed = range(page)
  // A hand that is quicker than the frames moves once more.
  await expect(async () => {
    await page.mouse.move(x + 500, y + 120)
    await page.mouse.down()
    await page.mouse.move(x + 350, y + 120, { steps: 8 })
    await page.mouse.up()
    await expect.poll(() => range(page), { timeout: 3000 }).not.toBe(zoomed)
  }).toPass()
  await max(page).click()
  await expect.poll(() => range(page)).toBeNull()
  await expect(chart.locator('.labels')).toContainText('2022')
  await expect(max(page)).toHaveAttribute('aria-pressed', 'true')
})
