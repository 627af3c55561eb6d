import { serverAway } from '../page/browser-lines.ts'
import { expectResult, keyFigures } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

test('while the daily values do not come, the figures hold, and Retry brings them; a ruined run says when', async ({
  page,
  person,
  quiet,
}) => {
  quiet.allow(/ERR_FAILED/)
  const { taskId } = await person.simulated('AMD-S-100% 2015-01-01 2018-01-01')
  const cut = '**/series?*'
  await page.route(cut, async (route) => route.abort())
  await page.goto(`/simulations/${taskId}`)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The figures above hold.', { timeout: 20_000 })
  await expect(keyFigures(page)).toContainText('−100.00%')
  await expect(page.getByRole('main')).toContainText(/Ruined on 21\sJun\s2016, after 370 sessions\./)
  await page.unroute(cut)
  await alert.getByRole('button', { name: 'Retry' }).click()
  await expectResult(page)
  await expect(alert).toHaveCount(0)
  await expect(page.getByRole('slider', { name: 'Value and drawdown by day' })).toBeVisible()
})

test('a list that cannot be read says so; one that was read stays in sight, grayed, with its age, until Retry brings it', async ({
  page,
  person,
  server,
  quiet,
}) => {
  quiet.allow(...serverAway)
  await person.simulated('KO-L-100% 2010-01-01 2012-01-01')
  await page.goto('/simulations')
  const row = page.getByRole('main').getByRole('table').locator('[data-row]')
  await expect(row).toHaveText(/KO/)
  await server.stop()
  await page.getByLabel('Search').fill('xom')
  await expect(page.getByRole('alert')).toContainText('Your runs are safe on the server.', { timeout: 20_000 })
  await page.getByLabel('Search').fill('')
  await expect(page.getByRole('main')).toContainText(/This list is as of \d\d:\d\d/, { timeout: 20_000 })
  await expect(page.getByRole('main')).toContainText('Nothing answers')
  await expect(row).toHaveText(/KO/)
  await expect(page.locator('[aria-busy="true"]:has(table)')).toHaveCSS('opacity', /^0\.\d+$/)
  await server.start()
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByText('This list is as of')).toHaveCount(0)
  await expect(row).toHaveText(/KO/)
})
