import { spawnSync } from 'node:child_process'
import { shortMonth } from '../../src/format.ts'
import type { Figures } from './figures.ts'
import { periodName } from './figures.ts'

/** Why printed pages cannot be read on this machine; false where they can. */
export const cannotReadPages =
  spawnSync('pdftotext', ['-v']).error === undefined ? false : 'needs pdftotext, Debian package poppler-utils'

/** A word where it stands on a page, in points from the upper left. */
interface Word {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

/** What a PDF says, page by page. */
export function printedPages(pdf: Uint8Array): Word[][] {
  const { status, stdout, stderr } = spawnSync('pdftotext', ['-bbox', '-', '-'], { input: pdf, encoding: 'utf8' })
  if (status !== 0) throw new Error(`Cannot read the PDF: ${stderr}`)
  return stdout.split('<page ').slice(1).map(wordsOf)
}

export function pageText(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ')
}

function wordsOf(page: string): Word[] {
  const found = page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g)
  return Array.from(found, ([, left, top, right, bottom, text = '']) => ({
    text: text.replaceAll('&amp;', '&'),
    left: Number(left),
    right: Number(right),
    top: Number(top),
    bottom: Number(bottom),
  }))
}

/** The figures of the first two sheets, by the names of `Figures`. */
export function printedFigures(pages: readonly Word[][]): Figures {
  const [first = []] = pages
  const tiles = ['Final value', 'CAGR', 'Max drawdown', 'Sharpe ratio', 'Volatility'].map((name) => [name, below(first, name)[0]])
  const [, from = '', to = ''] = /(\d+ \w+ \d{4}) to (\d+ \w+ \d{4}) · data/.exec(pageText(first)) ?? []
  return {
    ...(Object.fromEntries(tiles) as Figures),
    'Total return': below(first, 'Final value').find((text) => text.endsWith('%')) ?? '',
    From: isoDay(from),
    To: isoDay(to),
    ...Object.fromEntries(pages.flatMap(monthFigures)),
  }
}

/** What begins under a label at its left edge, from top to bottom. */
function below(words: readonly Word[], label: string): string[] {
  const at = words.findIndex((_, i) => pageText(words.slice(i, i + label.split(' ').length)) === label)
  const place = words[at]
  if (place === undefined) throw new Error(`Cannot read the PDF: its first page has no ${label}`)
  return words
    .filter(({ left, top }) => Math.abs(left - place.left) < 2 && top > place.top + 1)
    .toSorted((one, other) => one.top - other.top)
    .map(({ text }) => text)
}

const isoDay = (written: string): string => new Date(`${written} UTC`).toISOString().slice(0, 10)
const middle = ({ left, right }: Word): number => (left + right) / 2

/** `['Aug 2020', '+16.26%']` of a page with the table of months; nothing of others. */
function monthFigures(words: readonly Word[]): [string, string][] {
  const names = [...Array.from({ length: 12 }, (_, i) => shortMonth(i + 1)), 'Year']
  const lines = words.filter(({ text }) => text === 'Year').map(({ top }) => words.filter((word) => isBeside(word, top)))
  const heads = lines.find((line) => line.length === names.length && line.every(({ text }, i) => text === names[i]))
  const [january] = heads ?? []
  if (heads === undefined || january === undefined) return []
  const years = words.filter(({ text, right, top }) => /^\d{4}$/.test(text) && right < january.left && top > january.top)
  return years.flatMap(({ text: year, top }) =>
    words
      .filter((word) => isBeside(word, top) && word.text.endsWith('%'))
      .map((word): [string, string] => [periodName(Number(year), monthAt(heads, word)), word.text]),
  )
}

const isBeside = (word: Word, top: number): boolean => Math.abs(word.top - top) < 3

/** From 1; null under the whole year. */
function monthAt(heads: readonly Word[], word: Word): number | null {
  const distances = heads.map((head) => Math.abs(middle(head) - middle(word)))
  const column = distances.indexOf(Math.min(...distances))
  return column === 12 ? null : column + 1
}
