import { expectAccessible } from '../page/accessibility.ts'
import { eachOpening, layers } from '../page/openings.ts'
import { expect, test } from '../test.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`what lies over a page meets WCAG 2.2 AA, ${theme}`, async ({ page, person }) => {
    await page.emulateMedia({ colorScheme: theme })
    await eachOpening(page, person, async (name) => test.step(name, async () => expectAccessible(page, layers)))
    await page.setViewportSize({ width: 375, height: 812 })
    await page.getByRole('button', { name: 'Menu' }).click()
    await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible()
    await expectAccessible(page)
  })
}
