import type { Ink, Style } from '../terminal/ink.ts'

interface Cell {
  character: string
  style: Style | null
}

/** A rectangle of styled characters that parts of a chart are painted on; later paint covers earlier. */
export class Canvas {
  readonly width: number
  readonly height: number
  readonly #cells: (Cell | null)[]

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.#cells = Array.from({ length: width * height }, () => null)
  }

  put(column: number, row: number, cell: Cell): void {
    if (column < 0 || row < 0 || column >= this.width || row >= this.height) return
    this.#cells[row * this.width + column] = cell
  }

  write(column: number, row: number, text: { text: string; style: Style | null }): void {
    for (const [offset, character] of Array.from(text.text).entries())
      this.put(column + offset, row, { character, style: text.style })
  }

  /** Whether text of this length would cover nothing and stay inside. */
  isFree(column: number, row: number, length: number): boolean {
    if (column < 0 || row < 0 || row >= this.height || column + length > this.width) return false
    const start = row * this.width + column
    return this.#cells.slice(start, start + length).every((cell) => cell === null)
  }

  lines(ink: Ink): string[] {
    return Array.from({ length: this.height }, (_, row) => {
      const cells = this.#cells.slice(row * this.width, (row + 1) * this.width)
      const used = cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1)
      return runs(used)
        .map(({ text, style }) => (style === null ? text : ink[style](text)))
        .join('')
    })
  }
}

/** Neighbors of one style become one text, so that a line needs few color codes. */
function runs(cells: readonly (Cell | null)[]): { text: string; style: Style | null }[] {
  const merged: { text: string; style: Style | null }[] = []
  for (const cell of cells) {
    const { character, style } = cell ?? { character: ' ', style: null }
    const last = merged.at(-1)
    if (last && last.style === style) last.text += character
    else merged.push({ text: character, style })
  }
  return merged
}
