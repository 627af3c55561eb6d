import type { Locator } from '@playwright/test'
import { expectResult } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

const command = 'AAPL-L-75% MSFT-S-25% 2018-01-01 2023-01-01 rebalance=monthly bench=^GSPC'
/** By name; the main chart's table is that of the months. */
const charts = ['Return', 'Volatility', 'Sharpe ratio', 'Beta', 'Daily returns', 'Allocation', 'Exposure']

test('every chart has a name, a sentence, values by arrow keys, a table and a file', async ({ page, person }) => {
  const { taskId } = await person.simulated(command)
  await page.goto(`/simulations/${taskId}`)
  await expectResult(page)
  const main = page.getByRole('main')
  await expectRead(main.getByRole('figure', { name: /^Value and drawdown, daily\. .*\d.*\.$/ }))
  await page.keyboard.press('t')
  await expect(main.getByRole('region', { name: 'Monthly returns' })).toBeInViewport()
  for (const name of charts) {
    await test.step(name, async () => {
      const figure = main.getByRole('figure', { name: new RegExp(`^${name}`) })
      await expect(figure.locator('p.sr')).toHaveText(/\d.*\.$/)
      await expectRead(figure)
      const table = figure.getByRole('table', { name: new RegExp(`^${name}`) })
      // Charts of one section open their tables together.
      if ((await table.count()) === 0) await page.keyboard.press('t')
      expect(await table.getByRole('row').count()).toBeGreaterThan(5)
    })
  }
  await expect(main.getByRole('figure')).toHaveCount(charts.length + 1)
  for (const id of ['overview', 'returns', 'rolling', 'risk', 'holdings'])
    await expect(main.locator(`#${id}`).getByRole('button', { name: 'CSV' }).first()).toBeVisible()
})

/** It is a slider over its values, each told in words. */
async function expectRead(figure: Locator): Promise<void> {
  const reader = figure.getByRole('slider')
  await reader.press('Home')
  await expect(reader).toHaveAttribute('aria-valuenow', '1')
  const first = await reader.getAttribute('aria-valuetext')
  expect(first).toMatch(/\d.*(?::| ·) .*\d/)
  await reader.press('ArrowRight')
  await expect(reader).toHaveAttribute('aria-valuenow', '2')
  await expect(reader).not.toHaveAttribute('aria-valuetext', first!)
}
