import { parse } from '@portofino/strategy'
import type { Row } from '../table.ts'
import { median } from '../timing.ts'

const units = { 'A-L-A-L-…': 'A-L-', 'open brackets': '[', digits: '1', 'white space': ' ' }

/** A megabyte made to be slow: the time of the whole over four times that of a quarter; 1 is linear. */
export function hostileCommand(): Row[] {
  return Object.entries(units).map(([name, unit]) => ({
    what: `1 MB of ${name}, growth over linear`,
    ours: growth(unit),
    unit: 'ratio' as const,
    target: { kind: 'at most' as const, value: 1.5 },
  }))
}

/** Whole and quarter by turns, so that a machine that slows down meanwhile slows both. */
function growth(unit: string): number {
  const whole = unit.repeat(1_000_000 / unit.length)
  const quarter = unit.repeat(250_000 / unit.length)
  const ratios = Array.from({ length: 25 }, () => {
    const quarters = [1, 2, 3, 4].reduce((total) => total + parseSeconds(quarter), 0)
    return parseSeconds(whole) / quarters
  })
  return median(ratios)
}

function parseSeconds(text: string): number {
  const start = performance.now()
  parse(text)
  return (performance.now() - start) / 1000
}
