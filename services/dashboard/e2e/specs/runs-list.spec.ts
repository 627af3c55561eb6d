import type { Page } from '@playwright/test'
import { quietPages } from '../page/quiet-pages.ts'
import { browserSession } from '../server/browser-session.ts'
import { newPerson } from '../server/person.ts'
import { startedServer } from '../server/started-server.ts'
import { expect, test, visitorTest } from '../test.ts'

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

test('a tag that still stands in its field is saved with the others', async ({ page, person }) => {
  const { id } = await person.simulated('KO-L-100% 2010-01-01 2012-01-01')
  await person.call('PATCH', `/history/${id}`, { name: 'Lemonade' })
  await page.goto('/simulations')
  await page.getByRole('checkbox', { name: /Lemonade/ }).check()
  await page.getByRole('button', { name: /^Tag/ }).last().click()
  await page.getByLabel('New tag').fill('second tag')
  await page.getByRole('button', { name: 'Save tags' }).click()
  await expect(page.getByRole('row', { name: /Lemonade/ })).toContainText('second tag')
})

visitorTest('status, tag and order are in the address, and so is the page', async ({ browser }) => {
  await using server = await startedServer({ CALLS_PER_MINUTE: '1000' })
  const person = await newPerson(server)
  const { id } = await person.simulated('KO-L-100% 2010-01-01 2012-01-01')
  await person.call('PATCH', `/history/${id}`, { name: 'Lemonade', tags: ['drinks'] })
  await person.simulated('AMD-S-100% 2015-01-01 2018-01-01')
  for (let seven = 0; seven < 7; seven += 1)
    await Promise.all(Array.from({ length: 7 }, async () => person.simulated('MSFT-L-100% 2010-01-01 2012-01-01')))
  await using context = await browser.newContext({ baseURL: server.url, storageState: await browserSession(server, person) })
  const quiet = quietPages(context, server.url)
  const page = await context.newPage()
  const names = page.getByRole('main').getByRole('table').locator('[data-row]')
  await page.goto('/simulations')
  await expect(names).toHaveCount(50)
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(/\?page=2$/)
  await expect(names).toHaveText(/Lemonade/)

  const head = page.getByRole('columnheader', { name: 'CAGR' })
  await head.getByRole('button').click()
  await expect(page).toHaveURL(/\?sort=-?cagr$/)
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await expect(names.first()).toContainText('Lemonade')
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await expect(names.first()).toContainText('AMD')
  await page.reload()
  await expect(names.first()).toContainText('AMD')

  await page
    .getByRole('group', { name: 'Status' })
    .getByRole('button', { name: /Ruined/ })
    .click()
  await expect(page).toHaveURL(/status=ruined/)
  await expect(names).toHaveText([/AMD/])
  await page.getByRole('group', { name: 'Status' }).getByRole('button', { name: 'All' }).click()
  await page.getByRole('button', { name: 'Tag', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'drinks' }).click()
  await expect(page).toHaveURL(/tag=drinks/)
  await expect(names).toHaveText([/Lemonade/])
  quiet.expectQuiet()
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
  await expect(page.getByText('Deleted KO, 2010 to 2011.')).toBeVisible()
  await expect(page.getByText(/Nothing answers at/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(link(page, /KO/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})
