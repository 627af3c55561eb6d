import { expectResult } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

test('whoever has renamed a run by keyboard goes on from there, and what cannot be saved any more cannot be typed', async ({
  page,
  person,
}) => {
  const { taskId } = await person.simulated('KO-L-100% 2010-01-01 2012-01-01')
  await page.goto(`/simulations/${taskId}`)
  await expectResult(page)
  const rename = page.getByRole('main').getByRole('button', { name: 'Rename' })
  const field = page.getByLabel('Name of the run')
  await rename.press('Enter')
  await field.press('Escape')
  await expect(rename).toBeFocused()

  const { promise: isHeld, resolve: goOn } = Promise.withResolvers<void>()
  await page.route('**/history/*', async (route) => {
    if (route.request().method() === 'PATCH') await isHeld
    await route.continue()
  })
  await rename.press('Enter')
  await field.fill('Lemonade')
  await field.press('Enter')
  await expect(field).toHaveAttribute('readonly')
  await page.keyboard.type(' later')
  await expect(field).toHaveValue('Lemonade')
  goOn()
  await expect(page.getByRole('heading', { level: 1, name: 'Lemonade' })).toBeVisible()
  await expect(rename).toBeFocused()
})

test('whoever has undone or dismissed a deletion by keyboard goes on at the top of the list', async ({ page, person }) => {
  await person.simulated('KO-L-100% 2010-01-01 2012-01-01')
  await person.simulated('XOM-L-100% 2010-01-01 2012-01-01')
  await page.goto('/simulations')
  const heading = page.getByRole('heading', { level: 1, name: 'Runs' })
  for (const way of ['Undo', 'Dismiss']) {
    await page.getByRole('checkbox', { name: /KO/ }).check()
    await page.getByRole('button', { name: /^Delete/ }).press('Enter')
    await expect(heading).toBeFocused()
    await page.getByRole('button', { name: way }).press('Enter')
    await expect(page.getByRole('button', { name: way })).toHaveCount(0)
    await expect(heading).toBeFocused()
  }
})
