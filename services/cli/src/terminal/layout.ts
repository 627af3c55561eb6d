import { stripVTControlCharacters } from 'node:util'

/** Columns that the text takes; colors take none. Accents that combine with the letter before them take none either. */
export function visibleWidth(text: string): number {
  return Array.from(stripVTControlCharacters(text).replace(/\p{Mn}/gu, '')).length
}

export function padRight(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - visibleWidth(text)))
}

export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - visibleWidth(text))) + text
}

/** Cuts uncolored text, and shows that it did. */
export function shorten(text: string, width: number): string {
  const characters = Array.from(text)
  return characters.length <= width
    ? text
    : `${characters
        .slice(0, Math.max(0, width - 1))
        .join('')
        .trimEnd()}…`
}

/** Lines of whole words, each at most `width` wide; a longer word stands alone on its line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && visibleWidth(longer) > width) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return [...lines, line]
}

export interface Column {
  align: 'left' | 'right'
  /** At least this wide. */
  width?: number
}

/** Cells may be colored. Each column is as wide as its widest cell; two spaces stand between. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ width }, index) => Math.max(width ?? 0, ...rows.map((row) => visibleWidth(row[index] ?? ''))))
  return rows.map((row) =>
    columns
      .map(({ align }, index) => (align === 'left' ? padRight : padLeft)(row[index] ?? '', widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

export function tableWidth(rows: readonly string[]): number {
  return Math.max(0, ...rows.map(visibleWidth))
}

/** Terms on the left, their text wrapped beside; below, where the screen is narrow. */
export function hanging(entries: readonly (readonly [string, string])[], width: number): string[] {
  const indent = Math.min(26, 2 + Math.max(0, ...entries.map(([term]) => term.length)))
  return entries.flatMap(([term, text]) => {
    if (term.length + 2 > indent || width < 2 * indent) return [term, ...wrap(text, width - 2).map((line) => `  ${line}`)]
    return wrap(text, width - indent).map((line, index) => padRight(index === 0 ? term : '', indent) + line)
  })
}
