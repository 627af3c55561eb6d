import { parse } from '@portofino/strategy'
import type { Row } from '../table.ts'
import { median } from '../timing.ts'

const megabytes = { 'A-L-A-L-…': 'A-L-', 'open brackets': '[', digits: '1', 'white space': ' ' }
/** Up to the longest command that is read. */
const commands = {
  'A-L-A-L-…': 'A-L-',
  'open brackets': '[',
  'open brackets apart': '( ',
  legs: 'A-L-1% ',
  years: '2020 ',
  'joined costs': 'cost=x+',
  'stray signs': '%A',
  dashes: '\u2013',
}

/** Texts made to be slow: the time of the whole over four times that of a quarter; 1 is linear. */
export function hostileCommand(): Row[] {
  return [
    ...Object.entries(megabytes).map(([name, unit]) => row(`1 MB of ${name}`, unit, 1_000_000)),
    ...Object.entries(commands).map(([name, unit]) => row(`10,000 characters of ${name}`, unit, 10_000)),
  ]
}

function row(what: string, unit: string, length: number): Row {
  return {
    what: `${what}, growth over linear`,
    ours: growth(unit, length),
    unit: 'ratio',
    target: { kind: 'at most', value: 1.5 },
  }
}

/** Whole and quarter by turns, so that a machine that slows down meanwhile slows both. */
function growth(unit: string, length: number): number {
  const whole = unit.repeat(length / unit.length)
  const quarter = unit.repeat(length / 4 / unit.length)
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
