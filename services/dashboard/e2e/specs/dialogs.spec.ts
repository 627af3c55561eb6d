import { exampleCommand } from '@portofino/contract'
import { expectAccessible } from '../page/accessibility.ts'
import { expectResult } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`what lies over a page meets WCAG 2.2 AA, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('/about')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const key of ['Control+k', '?']) {
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await page.setViewportSize({ width: 375, height: 812 })
    await page.getByRole('button', { name: 'Menu' }).click()
    await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible()
    await expectAccessible(page)
  })

  test(`what Simulate and a run open meets WCAG 2.2 AA, ${theme}`, async ({ page, person }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('/')
    await page.getByRole('button', { name: 'Full language' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /Build by form/ }).click()
    await page.getByRole('button', { name: 'Options' }).click()
    await expectAccessible(page)

    const { taskId } = await person.simulated(exampleCommand)
    await page.goto(`/simulations/${taskId}`)
    await expectResult(page)
    await page.getByRole('button', { name: 'Download' }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByLabel('Key figures').getByRole('button', { name: 'CAGR' }).click()
    await expectAccessible(page)
  })
}
