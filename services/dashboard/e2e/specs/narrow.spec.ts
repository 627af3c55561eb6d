import { everyAddress } from '../page/addresses.ts'
import { expectSettled } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

// 400 % zoom of a window of 1,280 by 1,024 pixels leaves 320 by 256.
for (const [name, viewport] of Object.entries({
  '320 px wide': { width: 320, height: 800 },
  'at 400 % zoom': { width: 320, height: 256 },
  '375 px wide': { width: 375, height: 812 },
})) {
  test(`no page scrolls sideways ${name}`, async ({ page, person }) => {
    await page.setViewportSize(viewport)
    for (const address of await everyAddress(person)) {
      await page.goto(address)
      await expectSettled(page)
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
      expect([address, scrollWidth]).toEqual([address, clientWidth])
    }
  })
}
