import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** What a screen says, all folded parts included. */
export async function screenText(page: Page): Promise<string> {
  return page.locator('body').evaluate((body) => body.textContent)
}

/** The figures of a finished run are there, and nothing is being loaded any more. */
export async function expectResult(page: Page): Promise<void> {
  await expect(keyFigures(page)).toBeVisible({ timeout: 15_000 })
  await expectSettled(page)
}

export async function expectSettled(page: Page, timeout = 15_000): Promise<void> {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeAttached({ timeout })
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout })
}

export function keyFigures(page: Page): Locator {
  return page.getByRole('main').getByLabel('Key figures')
}

/** `{ CAGR: '+17.23%' }` of the tiles. */
export async function tileFigures(page: Page): Promise<Record<string, string>> {
  const tiles = await keyFigures(page)
    .locator('.tile')
    .evaluateAll((all) => all.map((tile) => ['.k', '.v'].map((part) => tile.querySelector(part)?.textContent.trim() ?? '')))
  return Object.fromEntries(tiles) as Record<string, string>
}

/** The picture of the tab, which must be there. */
export async function icon(page: Page): Promise<string> {
  const address = (await page.locator('link[rel=icon]').getAttribute('href')) ?? ''
  const reply = await page.request.get(address)
  expect([address, reply.headers()['content-type']]).toEqual([address, 'image/svg+xml'])
  return address
}
