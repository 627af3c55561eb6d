import type { Page } from '@playwright/test'
import { expect, test } from '../test.ts'

const link = (page: Page, name: RegExp) => page.getByRole('main').getByRole('link', { name })

test('a list without runs says what to do', async ({ page }) => {
  await page.goto('/simulations')
  await expect(page.getByRole('main')).toContainText(/no runs/i)
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
})

test('runs are searched, filtered, renamed and deleted with a way back', async ({ page, person }) => {
  await person.simulated('KO-L-100% 2010-01-01 2012-01-01')
  const { id } = await person.simulated('XOM-L-100% 2010-01-01 2012-01-01')
  await person.call('PATCH', `/history/${id}`, { name: 'Oil alone', tags: ['energy'] })
  await page.goto('/simulations')
  await expect(link(page, /Oil alone/)).toBeVisible()
  await expect(link(page, /KO/)).toBeVisible()

  await page.getByLabel('Search').fill('oil')
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === 'oil')
  await expect(link(page, /KO/)).toHaveCount(0)
  await page.reload()
  await expect(page.getByLabel('Search')).toHaveValue('oil')
  await expect(link(page, /Oil alone/)).toBeVisible()

  await page.goto('/simulations?q=nothing')
  await expect(page.getByRole('main')).toContainText(/no runs? (?:fits?|match)|nothing fits/i)

  await page.goto('/simulations')
  await page.getByRole('checkbox', { name: /Oil alone/ }).check()
  await page.getByRole('button', { name: /^Delete/ }).click()
  await expect(link(page, /Oil alone/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(link(page, /Oil alone/)).toBeVisible()
})

test('of several deletions each has its way back, also where another was refused', async ({ page, person, quiet }) => {
  quiet.allow(/ERR_FAILED/)
  await person.simulated('KO-L-100% 2010-01-01 2012-01-01')
  const { id } = await person.simulated('XOM-L-100% 2010-01-01 2012-01-01')
  await page.route(`**/history/${id}`, async (route) => route.abort())
  await page.goto('/simulations')
  await page.getByRole('checkbox', { name: /KO/ }).check()
  await page.getByRole('checkbox', { name: /XOM/ }).check()
  await page.getByRole('button', { name: /^Delete/ }).click()
  await expect(page.getByText('Deleted KO.')).toBeVisible()
  await expect(page.getByText(/Nothing answers at/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(link(page, /KO/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})
