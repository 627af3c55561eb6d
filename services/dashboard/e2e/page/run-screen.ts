import type { Download, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import type { Figures } from '../figures/figures.ts'
import { keyFigures, tileFigures } from './read-screen.ts'

/** Everything that the run screen says in numbers, by the names of `Figures`. */
export async function screenFigures(page: Page): Promise<Figures> {
  const tiles = await tileFigures(page)
  const finalTile = await keyFigures(page).locator('.tile').first().textContent()
  return {
    ...tiles,
    'Total return': /([+−]?[\d,.]+%) on/.exec(finalTile ?? '')?.[1] ?? '',
    From: await page.getByLabel('From', { exact: true }).first().inputValue(),
    To: await page.getByLabel('To', { exact: true }).first().inputValue(),
    ...(await monthFigures(page)),
  }
}

/** `{ 'Aug 2020': '+16.26%', '2020': '+59.09%' }` of the table of months. */
async function monthFigures(page: Page): Promise<Figures> {
  const rows = await page
    .getByRole('region', { name: 'Monthly returns' })
    .getByRole('row')
    .evaluateAll((all) => all.map((row) => Array.from(row.querySelectorAll('th, td'), ({ textContent }) => textContent)))
  const [head = [], ...years] = rows
  const cells = years.flatMap(([year = '', ...values]) =>
    values.map((value, i) => {
      const month = head[i + 1] ?? ''
      const written = /[+−]?[\d,.]+%/.exec(value)?.[0]
      return [`${month === 'Year' ? '' : `${month} `}${year.slice(0, 4)}`, written] as const
    }),
  )
  return Object.fromEntries(cells.filter((cell): cell is [string, string] => cell[1] !== undefined))
}

/** What the main chart says of the last day, read by keys. */
export async function lastReading(page: Page): Promise<string> {
  const reader = page.getByRole('slider', { name: 'Value and drawdown by day' })
  await reader.focus()
  await page.keyboard.press('Home')
  await expect(reader).toHaveAttribute('aria-valuenow', '1')
  await page.keyboard.press('End')
  await expect(reader).toHaveAttribute('aria-valuenow', (await reader.getAttribute('aria-valuemax')) ?? '')
  return (await reader.getAttribute('aria-valuetext')) ?? ''
}

/** Takes one of the files that the run offers, with the mouse. */
export async function downloaded(page: Page, name: string): Promise<{ file: string; bytes: Uint8Array }> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  await page.getByRole('menuitem', { name }).click()
  const download = await saved(await waiting)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  return download
}

export async function saved(download: Download): Promise<{ file: string; bytes: Uint8Array }> {
  return { file: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) }
}
