import { exampleCommand } from '@portofino/contract'
import type { Page } from '@playwright/test'
import { expectResult } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

/** Holds back the code of whatever opens over a page; the answer lets it go. */
async function heldLayers(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(/\/assets\/[a-z]+-layer-[^/]*\.js$/, async (route) => {
    await promise
    await route.continue()
  })
  return resolve
}

test.beforeEach(async ({ page, person }) => {
  const { id } = await person.simulated(exampleCommand)
  await page.goto(`/simulations/${id}`)
  await expectResult(page)
})

test('a menu that is asked for before its code is there opens once it is, at its first item for the keyboard', async ({
  page,
}) => {
  const release = await heldLayers(page)
  const button = page.getByRole('button', { name: 'Download' })
  await button.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  release()
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(button).toBeFocused()
})

test('a menu that is closed before its code is there does not show', async ({ page }) => {
  const release = await heldLayers(page)
  const button = page.getByRole('button', { name: 'Download' })
  const code = page.waitForResponse(/\/menu-layer-/)
  await button.press('Enter')
  await page.keyboard.press('Escape')
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  release()
  // The same module: it answers once the page has it, and what waited for it was drawn.
  await page.evaluate(async (url) => import(url).then(async () => new Promise(requestAnimationFrame)), (await code).url())
  await expect(page.getByRole('menu')).toHaveCount(0)
  await button.press('ArrowUp')
  await expect(page.getByRole('menuitem').last()).toBeFocused()
})

test('the words on a measure open under the pointer and by a press, and Escape takes them away', async ({ page }) => {
  const measure = page.getByRole('button', { name: 'Sharpe' }).first()
  const words = page.getByRole('dialog')
  await measure.hover()
  await expect(words).toContainText('Sharpe')
  await words.hover()
  await page.keyboard.press('Escape')
  await expect(words).toHaveCount(0)
  await page.mouse.move(0, 0)
  await measure.press('Enter')
  await expect(words).toContainText('Sharpe')
})
