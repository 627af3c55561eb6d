import { expectAccessible } from '../page/accessibility.ts'
import { everyAddress } from '../page/addresses.ts'
import { expectSettled } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 375]) {
    test(`every page meets WCAG 2.2 AA, ${theme}, ${width} px wide`, async ({ page, person }) => {
      await page.emulateMedia({ colorScheme: theme })
      await page.setViewportSize({ width, height: 900 })
      for (const address of await everyAddress(person)) {
        await page.goto(address)
        await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
        await expectSettled(page)
        await expectAccessible(page)
      }
    })
  }
}
