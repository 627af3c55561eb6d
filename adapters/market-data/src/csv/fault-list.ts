import { MarketDataError } from '../market-data-error.ts'
import { printable } from '../plain-text.ts'

const shownInAll = 20
/** Of each file when several have faults. */
const leastPerFile = 5

interface FileFaults {
  count: number
  /** The first by line, no more than can be shown. */
  first: { line: number; sentence: string }[]
}

/** Collects what is wrong with the files of a folder, so that one attempt shows it all. */
export class FaultList {
  readonly #files = new Map<string, FileFaults>()
  #count = 0

  /** @param sentence what is wrong and what to do, without file and line */
  add(file: string, line: number | null, sentence: string): void {
    const { count, first } = this.#files.get(file) ?? { count: 0, first: [] }
    this.#files.set(file, { count: count + 1, first })
    this.#count++
    const place = line ?? 0
    if (first.length === shownInAll && first.at(-1)!.line <= place) return
    // Columns of one file are read one after another, so lines come in any order.
    const after = first.findIndex((fault) => fault.line > place)
    first.splice(after < 0 ? first.length : after, 0, { line: place, sentence })
    if (first.length > shownInAll) first.pop()
  }

  get count(): number {
    return this.#count
  }

  countOf(file: string): number {
    return this.#files.get(file)?.count ?? 0
  }

  throwIfAny(source: string): void {
    if (this.#count === 0) return
    const shown = this.#shown()
    const hidden = this.#count - shown.length
    const rest = hidden === 0 ? '' : `\n  and ${hidden} more like these`
    const faults = this.#count === 1 ? 'a fault' : `${this.#count} faults`
    const message = `${source} has ${faults}; nothing of it was used:\n  ${shown.join('\n  ')}${rest}`
    throw new MarketDataError(message, { code: 'malformed', source, symbol: null })
  }

  #shown(): string[] {
    const perFile = Math.max(leastPerFile, Math.floor(shownInAll / this.#files.size))
    const lines = [...this.#files].flatMap(([file, { first }]) =>
      first.slice(0, perFile).map(({ line, sentence }) => `${printable(file)}${line === 0 ? '' : `, line ${line}`}: ${sentence}`),
    )
    return lines.slice(0, shownInAll)
  }
}
