/** Bit of each dot within its character, by column and row; the order of Unicode's braille patterns. */
const dotBits = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
]

const blankPattern = 0x2800

export interface Point {
  x: number
  y: number
}

/** Dots, two by four to a character; x to the right, y down. Dots outside are not drawn. */
export class DotGrid {
  readonly columns: number
  readonly rows: number
  readonly #cells: Uint8Array

  constructor(columns: number, rows: number) {
    this.columns = columns
    this.rows = rows
    this.#cells = new Uint8Array(columns * rows)
  }

  /** In dots. */
  get width(): number {
    return this.columns * 2
  }

  /** In dots. */
  get height(): number {
    return this.rows * 4
  }

  dot(x: number, y: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return
    const cell = (y >> 2) * this.columns + (x >> 1)
    this.#cells[cell] = (this.#cells[cell] ?? 0) | (dotBits[x & 1]?.[y & 3] ?? 0)
  }

  /** Both ends included (Bresenham). Throws RangeError for ends that are not whole numbers, which it would never reach. */
  segment(from: Point, to: Point): void {
    if (![from.x, from.y, to.x, to.y].every(Number.isSafeInteger)) {
      throw new RangeError(`Cannot draw a line: its ends must be whole numbers, got ${from.x},${from.y} and ${to.x},${to.y}`)
    }
    const [dx, dy] = [Math.abs(to.x - from.x), -Math.abs(to.y - from.y)]
    const [stepX, stepY] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)]
    let { x, y } = from
    let error = dx + dy
    this.dot(x, y)
    while (x !== to.x || y !== to.y) {
      const doubled = 2 * error
      if (doubled >= dy) [error, x] = [error + dy, x + stepX]
      if (doubled <= dx) [error, y] = [error + dx, y + stepY]
      this.dot(x, y)
    }
  }

  has(x: number, y: number): boolean {
    const cell = this.#cells[(y >> 2) * this.columns + (x >> 1)] ?? 0
    return (cell & (dotBits[x & 1]?.[y & 3] ?? 0)) !== 0
  }

  /** The braille character of a cell, or null when it has no dot. */
  character(column: number, row: number): string | null {
    const dots = this.#cells[row * this.columns + column] ?? 0
    return dots === 0 ? null : String.fromCodePoint(blankPattern + dots)
  }
}
