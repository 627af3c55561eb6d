import type { Locator, Page } from '@playwright/test'
import { expectSettled } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

async function openedPalette(page: Page): Promise<Locator> {
  await page.goto('/simulations')
  await expectSettled(page)
  await page.keyboard.press('Control+k')
  return page.getByRole('combobox', { name: /Go to a page/ })
}

test('Enter that is pressed twice in the palette starts one run', async ({ page, person }) => {
  const answered = Promise.withResolvers<void>()
  let asked = 0
  await page.route('**/simulate', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    asked += 1
    await answered.promise
    return route.fallback()
  })
  const palette = await openedPalette(page)
  await palette.fill('KO-L-100% 2010-01-01 2012-01-01')
  await expect(page.getByRole('option', { name: /runs now/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect.poll(() => asked).toBe(1)
  await page.keyboard.press('Enter')
  answered.resolve()
  await expect(page).toHaveURL(/\/simulations\/[\da-f-]{36}$/)
  expect(asked).toBe(1)
  const { root } = await person.json<{ root: unknown[] }>('GET', '/history')
  expect(root).toHaveLength(1)
})

test('a link that the browser does not let copy is said to stand in the address bar', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  const palette = await openedPalette(page)
  await palette.fill('copy link')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('address bar')
})

test('a sign-out from the palette that the server refuses is told, with another way to leave', async ({ page, quiet }) => {
  quiet.allow(/status of 503/)
  await page.route('**/auth/logout', async (route) => route.fulfill({ status: 503 }))
  const palette = await openedPalette(page)
  await palette.fill('sign out')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Sign out here only' })).toBeVisible()
})
