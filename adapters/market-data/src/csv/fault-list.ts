import { MarketDataError } from '../market-data-error.ts'

const shownPerFile = 5
const shownInAll = 20

/** Collects what is wrong with the files of a folder, so that one attempt shows it all. */
export class FaultList {
  readonly #shown: string[] = []
  readonly #countByFile = new Map<string, number>()
  #count = 0

  /** @param sentence what is wrong and what to do, without file and line */
  add(file: string, line: number | null, sentence: string): void {
    const ofFile = (this.#countByFile.get(file) ?? 0) + 1
    this.#countByFile.set(file, ofFile)
    this.#count++
    if (ofFile > shownPerFile || this.#shown.length >= shownInAll) return
    this.#shown.push(line === null ? `${file}: ${sentence}` : `${file}, line ${line}: ${sentence}`)
  }

  get count(): number {
    return this.#count
  }

  countOf(file: string): number {
    return this.#countByFile.get(file) ?? 0
  }

  throwIfAny(source: string): void {
    if (this.#count === 0) return
    const hidden = this.#count - this.#shown.length
    const rest = hidden === 0 ? '' : `\n  and ${hidden} more like these`
    const faults = this.#count === 1 ? 'a fault' : `${this.#count} faults`
    const message = `${source} has ${faults}; nothing of it was used:\n  ${this.#shown.join('\n  ')}${rest}`
    throw new MarketDataError(message, { code: 'malformed', source, symbol: null })
  }
}
