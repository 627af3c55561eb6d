import type { Page } from '@playwright/test'
import { everyAddress } from '../page/addresses.ts'
import { eachOpening } from '../page/openings.ts'
import { expectSettled } from '../page/read-screen.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import { expect, test } from '../test.ts'

test.beforeEach(async ({ page }) => page.emulateMedia({ forcedColors: 'active' }))

const stops = 20

test('in forced colors, what has the focus is outlined, for the system removes shadows and grounds', async ({ page, person }) => {
  for (const address of await everyAddress(person)) {
    await page.goto(address)
    await expectSettled(page)
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab')
      expect.soft(await unseenFocus(page), `a stop of ${address} without an outline`).toBeNull()
    }
  }
})

test('in forced colors, what has the focus is outlined in menus, dialogs and lists too', async ({ page, person }) => {
  await eachOpening(page, person, async (name) => {
    expect.soft(await unseenFocus(page), name).toBeNull()
    await page.keyboard.press((await page.locator('dialog[open]:not(.palette)').count()) === 0 ? 'ArrowDown' : 'Tab')
    expect.soft(await unseenFocus(page), name).toBeNull()
  })
  await page.goto('/')
  const { command } = simulateScreen(page)
  await command.fill('')
  await command.pressSequentially('MSF')
  await expect(page.getByRole('option').first()).toBeVisible()
  expect(await unseenFocus(page), 'the list of the editor').toBeNull()
})

/** What has the focus, or is the current line of a list while the focus is in its field, unless it has an outline. */
async function unseenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement
    const line = document.getElementById(focused?.getAttribute('aria-activedescendant') ?? '')
    const element = line ?? focused
    // A caret shows where text is written; a heading has the focus only so that a new page is read from there.
    const isShown = 'textarea, input:not([type=checkbox], [type=radio]), h1'
    if (element === null || element === document.body || element.matches(isShown)) return null
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle === 'none' || outlineWidth === '0px' ? element.outerHTML.slice(0, 150) : null
  })
}
