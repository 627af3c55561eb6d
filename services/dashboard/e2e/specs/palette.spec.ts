import { expect, test } from '../test.ts'

test('Enter that is pressed twice in the palette starts one run', async ({ page, person }) => {
  const answered = Promise.withResolvers<void>()
  let asked = 0
  await page.route('**/simulate', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    asked += 1
    await answered.promise
    return route.fallback()
  })
  await page.goto('/simulations')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /Go to a page/ }).fill('KO-L-100% 2010-01-01 2012-01-01')
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
