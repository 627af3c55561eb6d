import type { Page } from '@playwright/test'
import { expectResult } from '../page/read-screen.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import { expect, test, visitorTest } from '../test.ts'

visitorTest('browsers are asked not to translate: figures, tickers and commands are to stay as they are', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('translate', 'no')
  await expect(page.locator('meta[name=google]')).toHaveAttribute('content', 'notranslate')
})

test('a screen whose text something else has changed, as a translator does, goes on as it was asked', async ({
  page,
  person,
  quiet,
}) => {
  quiet.allow(/Failed to execute '\w+' on 'Node'/)
  const { taskId } = await person.simulated('AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01 bench=^GSPC')
  await page.goto(`/simulations/${taskId}`)
  await expectResult(page)
  await wrapTexts(page)
  const year = page.locator('#overview').getByRole('button', { name: '1Y' })
  await year.click()
  await expect(year).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText(/Months, drawdowns and risk below are of/)).toBeVisible()
  await expectResult(page)
  // Who changes it again at once will not rest.
  await wrapTexts(page)
  await page.locator('#overview').getByRole('button', { name: '6M' }).click()
  await expect(page.getByRole('alert')).toContainText('The browser translates it')
  await page.getByRole('button', { name: 'Retry' }).click()
  await expectResult(page)

  await page.goto('/')
  const { command, faults } = simulateScreen(page)
  await command.fill('AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01')
  await expect(page.getByRole('main')).toContainText('Apple')
  await wrapTexts(page)
  await command.fill('AAPL-L-50% MSFT-L-40% 2020-01-01 2023-01-01')
  await expect(faults).not.toHaveCount(0)
  await expect(command).toHaveValue('AAPL-L-50% MSFT-L-40% 2020-01-01 2023-01-01')
})

/** Every text into an element of its own. */
async function wrapTexts(page: Page): Promise<void> {
  await page.getByRole('main').evaluate((main) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    const texts: Node[] = []
    while (walker.nextNode() !== null) if (walker.currentNode.nodeValue?.trim() !== '') texts.push(walker.currentNode)
    for (const each of texts) {
      const font = document.createElement('font')
      each.parentNode?.replaceChild(font, each)
      font.append(each)
    }
  })
}
