import { everyAddress } from '../page/addresses.ts'
import { expectResult, expectSettled } from '../page/read-screen.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import type { Locator } from '@playwright/test'
import { expect, test, visitorTest } from '../test.ts'

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

visitorTest.describe('on a phone', () => {
  visitorTest.use({ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true })

  visitorTest(
    'a visitor runs the example by touch, reads a section, takes the report, and finds the run again',
    async ({ page }) => {
      await page.goto('/')
      await simulateScreen(page).run.tap()
      await expectResult(page)
      await page.getByRole('combobox', { name: 'Section' }).selectOption({ label: 'Risk' })
      await expect(page.getByRole('heading', { name: 'Risk', exact: true })).toBeInViewport()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Download' }).tap()
      await page.getByRole('menuitem', { name: 'XLSX' }).tap()
      expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Menu' }).tap()
      await page.getByRole('dialog', { name: 'Menu' }).getByRole('link', { name: 'Runs' }).tap()
      await page.getByRole('list', { name: 'Runs' }).getByRole('link', { name: /AAPL/ }).first().tap()
      await expectResult(page)
    },
  )
})

test('a long address of e-mail stays within the rail, with all that stands there', async ({ page, person }) => {
  expect(person.email.length).toBeGreaterThan(40)
  await page.goto('/settings')
  const rail = page.locator('.rail')
  await expect(rail.getByText(person.email)).toBeVisible()
  for (const inside of await rail.locator('.rail-foot *').all())
    expect(await endOf(inside)).toBeLessThanOrEqual(await endOf(rail))
})

async function endOf(place: Locator): Promise<number> {
  return place.evaluate((element) => element.getBoundingClientRect().right)
}
