import { exampleCommand } from '@portofino/contract'
import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Person } from '../server/person.ts'
import { expectResult, expectSettled, keyFigures } from './read-screen.ts'

/** Something that lies over a page. */
interface Opening {
  at: string
  /** By keys where the focus is to show; answers what lies there then. */
  open: (page: Page) => Promise<Locator>
}

const inMain = (page: Page, name: string): Locator => page.getByRole('main').getByRole('button', { name }).first()

/** What lies over a page, as axe looks for it. */
export const layers = 'dialog[open], .layer:popover-open'

/** Opens each dialog, menu and card that a wide window has, and closes it after the check. */
export async function eachOpening(page: Page, person: Person, check: (name: string) => Promise<void>): Promise<void> {
  let place = ''
  for (const [name, { at, open }] of Object.entries(await openings(person))) {
    if (at !== place) await page.goto(at)
    await (at.startsWith('/simulations/') ? expectResult(page) : expectSettled(page))
    place = at
    const layer = await open(page)
    await expect(layer).toBeVisible()
    await check(name)
    await page.keyboard.press('Escape')
    await expect(layer).toBeHidden()
  }
}

async function openings(person: Person): Promise<Readonly<Record<string, Opening>>> {
  const { id, taskId } = await person.simulated(exampleCommand)
  await person.call('PATCH', `/history/${id}`, { name: 'Two giants', tags: ['tech'] })
  const run = `/simulations/${taskId}`
  return {
    'the palette': { at: '/about', open: async (page) => byKey(page, 'Control+k') },
    'the list of shortcuts': { at: '/about', open: async (page) => byKey(page, '?') },
    'the language': button('/', 'Full language'),
    downloads: button(run, 'Download', 'menu'),
    'the links to share': button(run, 'Share', 'menu'),
    'the words on a measure': {
      at: run,
      open: async (page) => {
        await keyFigures(page).getByRole('button', { name: 'CAGR' }).press('Shift')
        return page.getByRole('tooltip')
      },
    },
    'the tags to filter by': button('/simulations', 'Tag'),
    'the days to filter by': button('/simulations', 'Any time'),
    'a new name': entry('Rename'),
    'new tags': entry('Tags'),
    'a new API token': button('/settings', 'New token'),
    'the question before signing out everywhere': button('/settings', 'Sign out everywhere…'),
  }
}

function button(at: string, name: string, role: 'dialog' | 'menu' = 'dialog'): Opening {
  const open: Opening['open'] = async (page) => {
    await pressed(page, inMain(page, name))
    return page.getByRole(role)
  }
  return { at, open }
}

/** What an entry of the menu of a run opens. */
function entry(name: string): Opening {
  const open: Opening['open'] = async (page) => {
    await pressed(page, inMain(page, 'Actions for Two giants'))
    await pressed(page, page.getByRole('menuitem', { name }))
    return page.getByRole('dialog')
  }
  return { at: '/simulations', open }
}

async function byKey(page: Page, key: string): Promise<Locator> {
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press(key)
  return page.getByRole('dialog')
}

async function pressed(page: Page, target: Locator): Promise<void> {
  await target.focus()
  await page.keyboard.press('Enter')
}
