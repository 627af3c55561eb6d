import { exampleCommand } from '@portofino/contract'
import { expectResult, keyFigures } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

test('the words on a measure come by pointer, focus and touch, and go by Escape and a press elsewhere', async ({
  browser,
  page,
  person,
}) => {
  const { id } = await person.simulated(exampleCommand)
  await page.goto(`/simulations/${id}`)
  await expectResult(page)
  const measure = keyFigures(page).getByRole('button', { name: 'Sharpe ratio' })
  const words = page.getByRole('tooltip')
  await expect(measure).toHaveAccessibleDescription(/\S/)
  await measure.hover()
  await expect(words).toBeVisible()
  await words.hover()
  await page.keyboard.press('Escape')
  await expect(words).toHaveCount(0)
  await page.mouse.move(0, 0)
  await measure.press('Shift')
  await expect(words).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(keyFigures(page).getByRole('button', { name: 'Volatility' })).toBeFocused()
  await expect(words).toContainText('Volatility')
  await page.keyboard.press('Escape')
  await expect(words).toHaveCount(0)
  const phone = await browser.newContext({ hasTouch: true, storageState: await page.context().storageState() })
  const touched = await phone.newPage()
  await touched.goto(page.url())
  await expectResult(touched)
  await keyFigures(touched).getByRole('button', { name: 'Sharpe ratio' }).tap()
  await expect(touched.getByRole('tooltip')).toBeVisible()
  await keyFigures(touched).getByText('CAGR').locator('xpath=ancestor::*[contains(@class,"tile")][1]').locator('.v').tap()
  await expect(touched.getByRole('tooltip')).toHaveCount(0)
  await phone.close()
})
