import { exampleCommand } from '@portofino/contract'
import type { Page } from '@playwright/test'
import { observeShifts } from '../page/layout-shifts.ts'
import { serverAway } from '../page/browser-lines.ts'
import { comparedCommands } from '../figures/commands.ts'
import { expectResult, icon, tileFigures } from '../page/read-screen.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import { expect, test, testOn } from '../test.ts'

const waitingTest = testOn({ WORKERS: 'none' })

waitingTest('a run goes on where it was when the server is killed and comes back', async ({ page, person, server, quiet }) => {
  quiet.allow(...serverAway)
  const { task_id: taskId } = await person.json<{ task_id: string }>('POST', '/simulate', { command: exampleCommand })
  await page.goto(`/simulations/${taskId}`)
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByText('Queued').first()).toBeVisible()

  await server.kill()
  await expect(page.getByText(/Reconnecting/).first()).toBeVisible({ timeout: 15_000 })
  await server.start({ WORKERS: 'in-process' })

  await expectResult(page)
  expect((await tileFigures(page))['CAGR']).toBe('+17.23%')
  await expect(page.getByText(/Reconnecting/)).toHaveCount(0)
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible()
})

waitingTest(
  'a run that waits is found again in another tab, and can be canceled there; the list follows',
  async ({ page, context }) => {
    await page.goto('/')
    await simulateScreen(page).run.click()
    await expect(page).toHaveURL(/\/simulations\/[\da-f-]{36}$/)
    await expect(page.getByRole('progressbar')).toBeVisible()
    const address = page.url()
    await page.goto('/simulations')
    const row = page.getByRole('row', { name: /AAPL/ })
    await expect(row).toContainText('Queued')
    const again = await context.newPage()
    await again.goto(address)
    await expect(again.getByRole('progressbar')).toBeVisible()
    await expect(again).toHaveTitle('0% · AAPL MSFT · PortoFino')
    expect(await icon(again)).toBe('/favicon-running.svg')
    await again.getByRole('button', { name: 'Cancel run' }).click()
    await expect(again.getByText('Canceled').first()).toBeVisible()
    await expect(again.getByRole('link', { name: 'Edit & rerun' })).toBeVisible()
    await expect(again).toHaveTitle('Canceled · AAPL MSFT · PortoFino')
    expect(await icon(again)).toBe('/favicon.svg')
    // The list follows what is not over yet.
    await expect(row).toContainText('Canceled')
  },
)

waitingTest('without sockets the page asks again and again, and says so', async ({ page, person, server, quiet }) => {
  quiet.allow(...serverAway)
  await page.routeWebSocket(/\/ws\//, (socket) => void socket.close())
  const { task_id: taskId } = await person.json<{ task_id: string }>('POST', '/simulate', { command: exampleCommand })
  await page.goto(`/simulations/${taskId}`)
  await expect(page.getByText('Polling', { exact: true }).first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('main')).toContainText('asking every 3 s instead')
  await page.waitForResponse((reply) => reply.ok() && new URL(reply.url()).pathname === `/tasks/${taskId}`)

  await server.stop()
  await server.start({ WORKERS: 'in-process' })
  await expectResult(page)
  expect((await tileFigures(page))['CAGR']).toBe('+17.23%')
})

waitingTest(
  'progress never goes back, and moves nothing on the page, while it is heard',
  async ({ page, person, server, quiet }) => {
    quiet.allow(...serverAway)
    const { task_id: taskId } = await person.json<{ task_id: string }>('POST', '/simulate', { command: comparedCommands.at(-1) })
    await observeShifts(page)
    await page.goto(`/simulations/${taskId}`)
    await expect(page.getByRole('progressbar')).toBeVisible()
    await noteProgress(page)
    await server.stop()
    await server.start({ WORKERS: 'in-process' })
    await expectResult(page)
    const percents = await page.evaluate<number[]>('window.percents')
    expect(percents.length).toBeGreaterThan(1)
    expect(percents).toEqual(percents.toSorted((one, other) => one - other))
    expect(await page.evaluate('window.layoutShift')).toBeLessThanOrEqual(0.05)
  },
)

test('nothing moves on the page while a result comes in', async ({ page, person }) => {
  await observeShifts(page)
  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: 900 })
    const { task_id: taskId } = await person.json<{ task_id: string }>('POST', '/simulate', {
      command: `${exampleCommand} capital=${width}`,
    })
    await page.goto(`/simulations/${taskId}`)
    await expectResult(page)
    expect(await page.evaluate('window.layoutShift')).toBeLessThanOrEqual(0.05)
  }
})

/** What the bar says, each time it changes. */
async function noteProgress(page: Page): Promise<void> {
  await page.evaluate(() => {
    const whole = globalThis as typeof globalThis & { percents: number[] }
    whole.percents = []
    new MutationObserver(() => {
      const percent = document.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow') ?? null
      if (percent !== null && Number(percent) !== whole.percents.at(-1)) whole.percents.push(Number(percent))
    }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuenow'] })
  })
}
