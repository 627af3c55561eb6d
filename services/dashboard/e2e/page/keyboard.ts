import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

const mostStops = 150

/** Goes there as somebody without a mouse does: by Tab, on and on. Each stop on the way must show where it is. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    await expectFocusVisible(page)
  }
  throw new Error(`Cannot reach ${String(target)} by Tab`)
}

/** What has the focus is in view, and not hidden behind what sticks to an edge. */
async function expectFocusVisible(page: Page): Promise<void> {
  const hidden = await page.evaluate(() => {
    const element = document.activeElement
    // Between the last and the first stop, the focus is with the browser itself.
    if (element === null || element === document.body) return null
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
    const above = document.elementFromPoint(
      (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
      (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
    )
    const isSeen = width > 1 && height > 1 && above !== null && (element.contains(above) || above.contains(element))
    return isSeen ? null : `${element.outerHTML.slice(0, 200)} is hidden by ${String(above?.outerHTML.slice(0, 200))}`
  })
  expect(hidden, 'what has the focus').toBeNull()
}

/** Tab to it, and Enter. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}
