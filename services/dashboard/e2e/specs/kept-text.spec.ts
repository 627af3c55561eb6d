import { exampleCommand } from '@portofino/contract'
import { serverAway } from '../page/browser-lines.ts'
import { pressOn, tabTo } from '../page/keyboard.ts'
import { expectResult, expectSettled } from '../page/read-screen.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import { startedServer } from '../server/started-server.ts'
import { expect, test, visitorTest } from '../test.ts'

visitorTest('a first visit runs with one click, and Back returns to the command', async ({ page }) => {
  await page.goto('/')
  const { command, run } = simulateScreen(page)
  await expect(command).toHaveValue(exampleCommand)
  await run.click()
  await expect(page).toHaveURL(/\/simulations\/[0-9a-f-]{36}$/)
  await page.goBack()
  await expect(command).toHaveValue(exampleCommand)
  await expect(page.getByText('You are trying PortoFino without an account; runs are kept 7 days.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Recent runs' })).toBeVisible()
})

visitorTest('an example opens in the editor, or runs at once', async ({ page }) => {
  await page.goto('/')
  const { command } = simulateScreen(page)
  await page.getByRole('link', { name: 'Long and short' }).click()
  await expect(command).toHaveValue(/^WMT-L-60% BBY-S-40%/)
  await expect(page).toHaveURL(/cmd=WMT/)
  await page.getByRole('button', { name: 'Try it: Buy and hold' }).click()
  await expect(page).toHaveURL(/\/simulations\//)
  await page.goBack()
  await expect(command).toHaveValue(exampleCommand)
})

visitorTest('what was typed outlives a reload and a closed tab', async ({ page, context }) => {
  await page.goto('/?cmd=KO-L-100%25+2020+2021')
  const { command } = simulateScreen(page)
  await expect(command).toHaveValue('KO-L-100% 2020 2021')
  await command.press('Control+End')
  await command.pressSequentially(' cost=7')
  await page.reload()
  await expect(command).toHaveValue('KO-L-100% 2020 2021 cost=7')
  await page.close()
  const another = await context.newPage()
  await another.goto('/')
  await expect(simulateScreen(another).command).toHaveValue('KO-L-100% 2020 2021 cost=7')
})

visitorTest('a letter that comes just when the ones before have rested is kept too', async ({ page }) => {
  await page.goto('/?cmd=KO-L-100%25+2020+2021')
  const { command } = simulateScreen(page)
  await command.press('Control+End')
  const reloaded = page.waitForEvent('load')
  await command.evaluate(() => {
    const wait = window.setTimeout
    const late = (act: () => void): void => {
      window.setTimeout = wait
      act()
      document.execCommand('insertText', false, '=7')
      wait(() => location.reload(), 50)
    }
    Object.assign(window, {
      setTimeout: (act: () => void, ms?: number) => wait(() => (ms === 400 ? late(act) : act()), ms),
    })
  })
  await command.pressSequentially(' cost')
  await reloaded
  await expect(command).toHaveValue('KO-L-100% 2020 2021 cost=7')
})

test('a page that is asked for right after typing opens, however late its code comes', async ({ page }) => {
  const code = Promise.withResolvers<void>()
  await page.route('**/assets/runs-screen-*.js', async (route) => {
    await code.promise
    return route.fallback()
  })
  await page.clock.install()
  await page.goto('/')
  const { command } = simulateScreen(page)
  await command.fill('KO-L-100% 2020 2021')
  await page.getByRole('navigation').getByRole('link', { name: 'Runs', exact: true }).click()
  await expect(page).toHaveURL(/\/simulations$/)
  await page.clock.runFor(1_000)
  code.resolve()
  await expect(page.getByRole('heading', { level: 1, name: 'Runs' })).toBeVisible()
  await page.goBack()
  await expect(command).toHaveValue('KO-L-100% 2020 2021')
})

test('pasted lines are several runs, asked first', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  const { command } = simulateScreen(page)
  await command.fill('')
  const lines = ['AAPL-L-100% 2020 2021', 'MSFT-L-100% 2020 2021', 'KO-L-100% 2020 2021']
  await page.evaluate(async (text) => navigator.clipboard.writeText(text), lines.join('\n'))
  await command.press('ControlOrMeta+v')
  const dialog = page.getByRole('dialog', { name: 'Run 3 simulations?' })
  await expect(dialog.getByRole('listitem')).toHaveText(lines)
  await dialog.getByRole('button', { name: 'Back to the text' }).click()
  await expect(command).toHaveValue(lines.join('\n'))
  await page.getByRole('button', { name: 'Run 3 simulations' }).click()
  await dialog.getByRole('button', { name: 'Run 3 simulations' }).click()
  await expect(page).toHaveURL(/\/simulations$/)
  for (const line of lines) await expect(page.getByText(line.split('-')[0]!, { exact: false }).first()).toBeVisible()
})

visitorTest('a server that is away: the editor works, and Run goes on when it is back', async ({ page, server, quiet }) => {
  quiet.allow(...serverAway)
  await page.goto('/')
  const { command, run, faults } = simulateScreen(page)
  await expectSettled(page)
  await server.stop()
  await command.fill('KO-X-100% 2020 2021')
  await expect(faults).toHaveCount(1)
  await faults.locator('.fix').first().click()
  await run.click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The server cannot be reached')
  await expect(command).toHaveValue('KO-L-100% 2020 2021')
  await server.start()
  await alert.getByRole('button', { name: 'Run again' }).click()
  await expect(page).toHaveURL(/\/simulations\//)
})

visitorTest('without a network Run says so, and waits', async ({ page, context }) => {
  await page.goto('/')
  const { run } = simulateScreen(page)
  await expectSettled(page)
  await context.setOffline(true)
  await expect(page.getByText('You are offline. The command is kept, and checked here')).toBeVisible()
  await expect(run).toHaveAttribute('aria-disabled', 'true')
  await context.setOffline(false)
  await expect(run).not.toHaveAttribute('aria-disabled')
})

visitorTest('too many runs are told to wait, to the second', async ({ page, quiet }) => {
  await using server = await startedServer({ CALLS_PER_MINUTE: '2' })
  quiet.allow(/status of 429/)
  quiet.allowOrigins(server.url, server.url.replace(/^http/, 'ws'))
  for (const year of [2015, 2016, 2017]) {
    await page.goto(`${server.url}/?cmd=KO-L-100%25+${year}+2020`)
    await simulateScreen(page).run.click()
    if (year < 2017) await expect(page).toHaveURL(/\/simulations\//)
  }
  await expect(page.getByRole('alert').getByRole('button', { name: /Run again in \d+ s/ })).toBeVisible()
  await expect(simulateScreen(page).command).toHaveValue('KO-L-100% 2017 2020')
})

test('a session that ends while a command is written needs no mouse: the text stays, and the run goes on after signing in', async ({
  page,
  person,
  quiet,
}) => {
  quiet.allow(/status of 401/)
  await page.goto('/')
  const { command } = simulateScreen(page)
  await expect(page.getByRole('complementary').getByRole('link', { name: person.email })).toBeVisible()
  await tabTo(page, command)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('KO-L-100% 2020-01-01 2021-01-01')
  // It has been looked up and checked: nothing else is asked before it is run.
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('main')).toContainText('The run goes from')
  const sessions = await person.json<{ id: string; current: boolean }[]>('GET', '/auth/sessions')
  await Promise.all(
    sessions.filter(({ current }) => !current).map(async ({ id }) => person.call('DELETE', `/auth/sessions/${id}`)),
  )
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('dialog').getByLabel('Password', { exact: true })).toBeFocused()
  await page.keyboard.type(person.password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/simulations\//)
  await expectResult(page)
  await page.goBack()
  await expect(command).toHaveValue('KO-L-100% 2020-01-01 2021-01-01')
})

test('a run needs no mouse', async ({ page }) => {
  await page.goto('/')
  const { command, faults } = simulateScreen(page)
  await tabTo(page, command)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('KO-X-100% 2020-01-01 2021-01-01')
  await pressOn(page, faults.locator('.fix').first())
  await expect(command).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page).toHaveURL(/\/simulations\//)
})
