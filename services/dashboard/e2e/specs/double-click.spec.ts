import type { Locator } from '@playwright/test'
import { expect, test, visitorTest } from '../test.ts'

/** Twice before the page has drawn anything in between. */
async function clickTwice(button: Locator): Promise<void> {
  await button.evaluate((element: HTMLElement) => {
    element.click()
    element.click()
  })
}

test('Undo that is clicked twice brings the run back once, without a fault', async ({ page, person }) => {
  await person.simulated('KO-L-100% 2010-01-01 2012-01-01')
  const restored: string[] = []
  page.on('request', (request) => request.url().endsWith('/restore') && restored.push(request.url()))
  await page.goto('/simulations')
  await page.getByRole('checkbox', { name: /KO/ }).check()
  await page.getByRole('button', { name: /^Delete/ }).click()
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeEnabled()
  await clickTwice(undo)
  await expect(page.getByRole('main').getByRole('link', { name: /KO/ })).toBeVisible()
  await expect(undo).toHaveCount(0)
  await expect(page.getByText(/There is no deleted/)).toHaveCount(0)
  expect(restored).toHaveLength(1)
})

test('a token that is made with two clicks is one token', async ({ page, person }) => {
  await page.goto('/settings')
  await page.getByRole('button', { name: 'New token' }).click()
  const dialog = page.getByRole('dialog', { name: 'New token' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('notebook')
  await clickTwice(dialog.getByRole('button', { name: 'Create token' }))
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Delete notebook' })).toHaveCount(1)
  expect(await person.json<unknown[]>('GET', '/auth/tokens')).toHaveLength(1)
})

visitorTest('an account that is made with two clicks is asked for once', async ({ page, person }) => {
  const asked: string[] = []
  page.on('request', (request) => request.url().endsWith('/auth/register') && asked.push(request.method()))
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Create an account' }).click()
  await page.getByLabel('E-mail', { exact: true }).fill(`twice-${person.email}`)
  await page.getByLabel('Password', { exact: true }).fill('nine geese fly north')
  await clickTwice(page.getByRole('button', { name: 'Create account' }))
  await expect(page.getByRole('complementary').getByRole('link', { name: `twice-${person.email}` })).toBeVisible()
  expect(asked).toEqual(['POST'])
})
