import { instrumentKey } from './instrument-key.ts'
import type { InstrumentReference, Leg, Portfolio, Program } from './tree.ts'

/**
 * Every instrument whose prices the program needs: legs, benchmark and risk-free rate, each once, where it first stands.
 *
 * ```ts
 * const { ast } = parse('AAPL-L-100% 2020 2022 bench=(AAPL-L-50% ^GSPC-L-50%) rf=^IRX')
 * assert.deepEqual(instrumentsOf(ast!).map(({ symbol }) => symbol), ['AAPL', '^GSPC', '^IRX'])
 * ```
 */
export function instrumentsOf({ portfolios }: Program): InstrumentReference[] {
  const byKey = new Map<string, InstrumentReference>()
  for (const reference of portfolios.flatMap(references)) {
    const key = instrumentKey(reference)
    if (!byKey.has(key)) byKey.set(key, reference)
  }
  return [...byKey.values()]
}

function references({ legs, options }: Portfolio): InstrumentReference[] {
  const benchmark = options.bench?.value
  const riskFree = options.rf?.value
  return [
    ...legReferences(legs),
    ...(benchmark === undefined ? [] : benchmark.kind === 'basket' ? legReferences(benchmark.legs) : [benchmark]),
    ...(riskFree?.kind === 'instrument' ? [riskFree] : []),
  ]
}

function legReferences(legs: readonly Leg[]): InstrumentReference[] {
  return legs.map(({ subject }) => subject).filter((subject) => subject.kind === 'instrument')
}
