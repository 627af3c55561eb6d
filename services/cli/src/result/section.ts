import { visibleWidth, wrap } from '../terminal/layout.ts'
import type { Screen } from '../terminal/screen.ts'

export interface Section {
  title: string
  /** One sentence that says what the lines show. */
  summary?: string
  lines: readonly string[]
}

/** The summary stands beside the title where both fit on a line. Without lines there is no section. */
export function sectionLines({ title, summary, lines }: Section, { width, ink }: Screen): string[] {
  if (lines.length === 0) return []
  const beside = summary !== undefined && visibleWidth(title) + 2 + visibleWidth(summary) <= width
  const head = beside ? [`${ink.strong(title)}  ${ink.muted(summary)}`] : [ink.strong(title)]
  const below = beside || summary === undefined ? [] : wrap(summary, width).map((line) => ink.muted(line))
  return ['', ...head, ...below, '', ...lines]
}
