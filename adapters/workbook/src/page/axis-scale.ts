import type { SheetChart } from 'hucre/xlsx'

/** Where a value axis begins, and whether it is logarithmic. */
export type AxisScale = NonNullable<NonNullable<NonNullable<SheetChart['axes']>['y']>['scale']>

/** Steps between the labels of an axis, about. */
const steps = 5
const mostDecimals = 4

/** Decimals that keep neighboring labels of an axis apart; `unit` is 100 for percentages. */
export function axisDecimals(values: Iterable<number>, unit: 1 | 100): number {
  const { lowest, highest } = extent(values)
  const step = ((highest - lowest) * unit) / steps
  if (!(step > 0)) return 0
  return Math.min(mostDecimals, Math.max(0, Math.ceil(-Math.log10(step))))
}

/** Number format of an axis of percentages. */
export function percentAxis(values: Iterable<number>): string {
  return `${digits(axisDecimals(values, 100))}%`
}

/** Number format of an axis of ratios. */
export function ratioAxis(values: Iterable<number>): string {
  return digits(axisDecimals(values, 1))
}

function digits(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

/** Logarithmic where the highest is more than ten times the lowest, or early years would lie flat; plain where one is zero. */
export function growthScale(values: Iterable<number>): AxisScale | undefined {
  const { lowest, highest } = extent(values)
  if (!(lowest > 0) || highest <= 10 * lowest) return undefined
  return { logBase: 10, min: roundBelow(lowest) }
}

/** From zero, unless something lies below it. */
export function scaleFromZero(values: Iterable<number>): AxisScale | undefined {
  return extent(values).lowest < -negligible ? undefined : { min: 0 }
}

/** What arithmetic leaves of nothing, as a share. */
const negligible = 1e-9

/** 1, 2 or 5 times a power of ten. */
function roundBelow(value: number): number {
  const exponent = Math.floor(Math.log10(value))
  const power = exponent < 0 ? 1 / 10 ** -exponent : 10 ** exponent
  return (value >= 5 * power ? 5 : value >= 2 * power ? 2 : 1) * power
}

function extent(values: Iterable<number>): { lowest: number; highest: number } {
  let lowest = Infinity
  let highest = -Infinity
  for (const value of values) {
    if (value < lowest) lowest = value
    if (value > highest) highest = value
  }
  return { lowest, highest }
}
