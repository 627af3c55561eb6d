import { print } from './print.ts'
import type { Program } from './tree.ts'

/**
 * Names a strategy by its meaning: SHA-256 of the canonical text in UTF-8. Equal for commands that mean the same,
 * different for all others. A tree whose period is not two ISO days is a TypeError, since the same text would mean
 * another period tomorrow.
 *
 * ```ts
 * import { createHash } from 'node:crypto'
 * const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
 * const { ast } = parse('AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01 bench=^GSPC')
 * assert.equal(hash(ast!, sha256), '19806b60e3a6a11d332c4d04137a8126b18dc25c2f18fe1d0d39671c0ad73dbd')
 * ```
 *
 * @param sha256 SHA-256 of the UTF-8 form of a text, in the notation the caller wants to see, usually lower-case hexadecimal
 */
export function hash(program: Program, sha256: (text: string) => string): string {
  for (const { period } of program.portfolios) {
    for (const day of [period.from, period.to]) {
      if (!isoDay.test(day)) throw new TypeError(`Cannot hash a strategy: its dates must be resolved, got ${day}`)
    }
  }
  return sha256(print(program))
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/
