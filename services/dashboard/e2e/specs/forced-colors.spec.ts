import { everyAddress } from '../page/addresses.ts'
import { expectSettled } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

const stops = 20

test('in forced colors, what has the focus is outlined, for the system removes shadows and grounds', async ({ page, person }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  for (const address of await everyAddress(person)) {
    await page.goto(address)
    await expectSettled(page)
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab')
      const unseen = await page.evaluate(() => {
        const element = document.activeElement
        // A caret shows where text is written.
        if (element === null || element === document.body || element.matches('textarea, input')) return null
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        return outlineStyle === 'none' || outlineWidth === '0px' ? element.outerHTML.slice(0, 150) : null
      })
      expect.soft(unseen, `a stop of ${address} without an outline`).toBeNull()
    }
  }
})
