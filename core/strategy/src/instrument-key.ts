import type { InstrumentReference, Subject } from './tree.ts'

/**
 * What tells instruments apart: `MIC:SYMBOL`, or `SYMBOL` where no market was written.
 *
 * ```ts
 * const { ast } = parse('XNAS:AAPL-L-100% 2020 2022')
 * assert.deepEqual(instrumentsOf(ast!).map(instrumentKey), ['XNAS:AAPL'])
 * ```
 */
export function instrumentKey({ market, symbol }: Pick<InstrumentReference, 'market' | 'symbol'>): string {
  return market === null ? symbol : `${market}:${symbol}`
}

export function subjectKey(subject: Subject): string {
  return subject.kind === 'cash' ? '$CASH' : instrumentKey(subject)
}
