import { parse } from '@portofino/strategy'
import type { Row } from '../table.ts'
import { medianSeconds } from '../timing.ts'

/** A megabyte made to be slow: the time of the whole over four times that of a quarter; 1 is linear. */
export function hostileCommand(): Row[] {
  return Object.entries({ 'A-L-A-L-…': 'A-L-', 'open brackets': '[', digits: '1', 'white space': ' ' }).map(([name, unit]) => ({
    what: `1 MB of ${name}, growth over linear`,
    ours: parseSeconds(unit.repeat(1_000_000 / unit.length)) / (4 * parseSeconds(unit.repeat(250_000 / unit.length))),
    unit: 'ratio' as const,
    target: { kind: 'at most' as const, value: 1.5 },
  }))
}

function parseSeconds(text: string): number {
  return medianSeconds(() => parse(text), { batches: 9, batchSeconds: 0.01 })
}
