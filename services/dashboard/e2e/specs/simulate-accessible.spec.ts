import { expectAccessible } from '../page/accessibility.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import { expect, test } from '../test.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`Simulate meets WCAG 2.2 AA whatever is open, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('/')
    const { command, faults } = simulateScreen(page)
    await command.fill('AAPL-L-50% ')
    await command.pressSequentially('M')
    await expect(page.getByRole('option').first()).toBeVisible()
    await expectAccessible(page)
    await command.fill('aapl-l-50% MSFT-X-40% $CASH-L-5% 2020-01-01 2023-01-01')
    await expect(faults).toHaveCount(2)
    await expectAccessible(page)
    await command.fill('AAPL-L-50% KO-S-50% 2020 2021 rebalance=monthly')
    await command.press('F1')
    await expect(page.getByRole('tooltip')).toBeVisible()
    await page.getByRole('button', { name: 'Options' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Build by form' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Full language' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await command.fill('AAPL-L-100% 2020 2021\nKO-L-100% 2020 2021')
    await command.press('ControlOrMeta+Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page)
  })
}

test('faults are announced once typing has paused', async ({ page }) => {
  await page.goto('/')
  const { command } = simulateScreen(page)
  await command.fill('AAPL-L-50% MSFT-X-50% 2020 2021')
  await expect(page.locator('p[role="status"]').filter({ hasText: '1 fault. unknown side' })).toHaveText(
    '1 fault. unknown side "X"; write L (long) or S (short), character 17',
  )
  await expect(command).toHaveAttribute('aria-invalid', 'true')
})
