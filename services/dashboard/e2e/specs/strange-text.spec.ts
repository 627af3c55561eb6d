import { exampleCommand } from '@portofino/contract'
import { expectSettled } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

const name = '<img src=x onerror="document.title=\'broken in\'"><script>document.title="broken in"</script>'

test('markup in a name is shown as the text that it is', async ({ page, person }) => {
  const { id, taskId } = await person.simulated(exampleCommand)
  await person.call('PATCH', `/history/${id}`, { name, tags: ['<b>bold</b>'] })
  for (const address of [`/simulations/${taskId}`, '/simulations', '/']) {
    await page.goto(address)
    await expectSettled(page)
    await expect(page.locator('img[src="x"], main script, main b:text-is("bold")')).toHaveCount(0)
    await expect(page).not.toHaveTitle(/^broken in/)
  }
  await page.goto('/simulations')
  await expect(page.getByText(name).first()).toBeVisible()
})

test('markup in a command is shown as the text that it is', async ({ page }) => {
  const command = '<img src=x onerror=alert(1)>-L-50% 2020-01-01 2023-01-01'
  await page.goto(`/?cmd=${encodeURIComponent(command)}`)
  await expect(page.getByLabel('Command', { exact: true })).toHaveValue(command)
  await expect(page.locator('[data-start]', { hasText: '<img' }).first()).toBeVisible()
  await expect(page.locator('img[src="x"]')).toHaveCount(0)
})
