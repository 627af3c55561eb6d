import { exampleCommand } from '@portofino/contract'
import { expectResult } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

test('of a run, one link opens its command for anyone, another this view for its owner', async ({
  browser,
  page,
  person,
  server,
}) => {
  const { id } = await person.simulated(exampleCommand)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/simulations/${id}?range=1y`)
  await expectResult(page)
  const copied = async (name: RegExp): Promise<string> => {
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('menuitem', { name }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached()
    const address = await page.evaluate(async () => navigator.clipboard.readText())
    await expect(page.getByRole('button', { name: 'Share' })).toBeVisible()
    return address
  }
  expect(await copied(/only you/)).toBe(`${server.url}/simulations/${id}?range=1y`)
  const open = await copied(/anyone/)
  await using other = await browser.newContext()
  const visitor = await other.newPage()
  await visitor.goto(open)
  await expect(visitor.getByRole('textbox', { name: 'Command' })).toHaveValue(exampleCommand)
})
