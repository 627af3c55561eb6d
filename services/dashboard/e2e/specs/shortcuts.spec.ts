import type { Page } from '@playwright/test'
import { exampleCommand } from '@portofino/contract'
import { expectResult } from '../page/read-screen.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import type { Person } from '../server/person.ts'
import { expect, test } from '../test.ts'

type Tried = Readonly<Record<string, (page: Page) => Promise<void>>>

const chart = (page: Page) => page.getByRole('slider', { name: 'Value and drawdown by day' })
const names = (page: Page) => page.getByRole('main').getByRole('table').locator('[data-row]')
const isAt = (pattern: RegExp) => async (page: Page) => expect(page).toHaveURL(pattern)

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** From the list of runs. */
const everywhere: Tried = {
  'Everywhere: Commands: Ctrl K': async (page) => {
    await press(page, 'Control+k')
    await expect(page.getByRole('combobox', { name: /Go to a page/ })).toBeFocused()
  },
  'Everywhere: Close, cancel: Esc': async (page) => {
    await press(page, 'Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  },
  'Lists: Next, previous: j k': async (page) => {
    await press(page, 'j')
    await expect(names(page).nth(0)).toBeFocused()
    await press(page, 'j')
    await expect(names(page).nth(1)).toBeFocused()
    await press(page, 'k')
    await expect(names(page).nth(0)).toBeFocused()
  },
  'Lists: Select: x': async (page) => {
    await press(page, 'x')
    await expect(page.getByRole('region', { name: 'Selection' })).toContainText('1 run selected')
  },
  'Lists: Open: Enter': async (page) => {
    await press(page, 'Enter')
    await isAt(/\/simulations\/[\da-f-]{36}$/)(page)
  },
  'Go to: Simulate: g s': async (page) => {
    await press(page, 'g', 's')
    await isAt(/^[^/]*\/\/[^/]+\/(\?.*)?$/)(page)
  },
  'Go to: Runs: g r': async (page) => {
    await press(page, 'g', 'r')
    await isAt(/\/simulations$/)(page)
  },
  'Everywhere: Write a command: /': async (page) => {
    await press(page, '/')
    await expect(simulateScreen(page).command).toBeFocused()
  },
}

/** From the editor. */
const editor: Tried = {
  'Editor: Open the list: Ctrl Space': async (page) => {
    await simulateScreen(page).command.fill('')
    await press(page, 'Control+Space')
    await expect(page.getByRole('listbox')).toBeVisible()
    await press(page, 'Escape')
  },
  'Editor: Explain the word: F1': async (page) => {
    await simulateScreen(page).command.fill('AAPL-L-100% 2020 2021 cost=5bps')
    await press(page, 'F1')
    await expect(page.getByRole('tooltip')).toContainText('What each trade costs')
    await press(page, 'Escape')
  },
  'Editor: Leave the editor: Tab': async (page) => {
    await press(page, 'Tab')
    await expect(simulateScreen(page).command).not.toBeFocused()
  },
  'Editor: Run: Ctrl Enter': async (page) => {
    await simulateScreen(page).command.fill(exampleCommand)
    await press(page, 'Control+Enter')
    await expectResult(page)
  },
}

const reads = (key: string, at: string) => async (page: Page) => {
  await press(page, key)
  await expect(chart(page)).toHaveAttribute('aria-valuenow', at)
}

/** From the main chart. */
const charts: Tried = {
  'Charts: Ends: Home End': async (page) => {
    await reads('End', '754')(page)
    await reads('Home', '1')(page)
  },
  'Charts: One day: Left Right': async (page) => {
    await reads('ArrowRight', '2')(page)
    await reads('ArrowLeft', '1')(page)
  },
  'Charts: 21 days: Page Up Page Down': async (page) => {
    await reads('PageDown', '22')(page)
    await reads('PageUp', '1')(page)
  },
  'Charts: Linear or log: l': async (page) => {
    await press(page, 'l')
    await isAt(/scale=log/)(page)
    await press(page, 'l')
    await expect(page).not.toHaveURL(/scale=log/)
  },
  'Charts: Earlier, later: [ ]': async (page) => {
    await page.locator('#overview').getByRole('button', { name: '1Y' }).click()
    await chart(page).focus()
    const from = page.getByLabel('From', { exact: true }).first()
    const latest = await from.inputValue()
    await press(page, '[')
    await expect(from).not.toHaveValue(latest)
    await press(page, ']')
    await expect(from).toHaveValue(latest)
  },
  'Charts: Whole period: 0': async (page) => {
    await press(page, '0')
    await expect(page).not.toHaveURL(/range=/)
  },
  'Charts: As a table: t': async (page) => {
    await press(page, 't')
    await expect(page.getByRole('region', { name: 'Monthly returns' })).toBeInViewport()
  },
}

async function twoRuns(page: Page, person: Person): Promise<void> {
  await person.simulated('KO-L-100% 2010-01-01 2012-01-01')
  await person.simulated('XOM-L-100% 2010-01-01 2012-01-01')
  await page.goto('/simulations')
  await expect(names(page)).toHaveCount(2)
}

test('every shortcut that the list names does what it says', async ({ page, person }) => {
  await twoRuns(page, person)
  await press(page, '?')
  const sections = page.getByRole('dialog', { name: 'Shortcuts' }).locator('section')
  await expect(sections.first()).toBeVisible()
  const listed = await sections.evaluateAll((all) =>
    all.flatMap((section) =>
      Array.from(section.querySelectorAll('dl > div'), (row) =>
        [
          `${section.querySelector('h3')?.textContent}:`,
          `${row.querySelector('dt')?.textContent}:`,
          ...Array.from(row.querySelectorAll('kbd'), ({ textContent }) => textContent),
        ].join(' '),
      ),
    ),
  )
  const tried = { ...everywhere, ...editor, ...charts }
  expect(listed.toSorted()).toEqual([...Object.keys(tried), 'Everywhere: This list: ?'].toSorted())
  await press(page, 'Escape')
  for (const [name, act] of Object.entries({ ...everywhere, ...editor })) await test.step(name, async () => act(page))
  await chart(page).focus()
  for (const [name, act] of Object.entries(charts)) await test.step(name, async () => act(page))
})

test('single keys can be turned off, those with Ctrl stay, and the palette has all the ways', async ({ page, person }) => {
  await twoRuns(page, person)
  await press(page, '?')
  await page.getByRole('dialog').getByRole('switch', { name: 'Single-key shortcuts' }).click()
  await press(page, 'Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await press(page, '?', 'j', 'g', 's')
  await names(page).first().click()
  await expectResult(page)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await chart(page).focus()
  await press(page, 'l', 'End')
  await expect(page).not.toHaveURL(/scale=log/)
  await press(page, 'Control+k')
  const options = page.getByRole('option')
  for (const name of [
    'Simulate',
    'Runs',
    'Settings',
    'About',
    'Write a command',
    'Download the report',
    'Use the dark theme',
    'List the shortcuts',
    'Sign out',
    'KO',
    'XOM',
  ])
    await expect(options.filter({ hasText: name }).first(), name).toBeAttached()
  await page.getByRole('combobox').fill('use the dark')
  await expect(options.filter({ hasText: 'Use the dark theme' })).toHaveAttribute('aria-selected', 'true')
  await press(page, 'Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
