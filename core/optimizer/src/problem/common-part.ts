import type { CheckedRow } from './checked-rows.ts'

/**
 * What numbers within a factor of two of each other have in common: it is taken from each of them without rounding. Zero of others, and of
 * numbers that do not differ.
 */
export function commonPart(values: Float64Array): number {
  let [least, most] = [values[0]!, values[0]!]
  for (let k = 1; k < values.length; k++) {
    if (Math.abs(values[k]!) < Math.abs(least)) least = values[k]!
    if (Math.abs(values[k]!) > Math.abs(most)) most = values[k]!
  }
  if (least === 0 || Math.abs(most) === Math.abs(least)) return 0
  for (let k = 0; k < values.length; k++) if (!(values[k]! / least >= 1 && values[k]! / least <= 2)) return 0
  return least
}

/** The sum of all weights where it is fixed: then what coefficients have in common moves nothing. */
export function fixedBudget(rows: readonly CheckedRow[]): number | null {
  const budget = rows.find(({ reference }) => reference.kind === 'budget')
  return budget !== undefined && budget.lower === budget.upper ? budget.lower : null
}

/**
 * A row less what its coefficients have in common, under a fixed budget: durations, betas and returns can be so near each other that a row of
 * them is nearly the budget, and only the differences tell the two apart.
 */
export function withoutCommonPart(row: CheckedRow, common: number, budget: number): CheckedRow {
  if (common === 0) return row
  const fixed = common * budget
  const coefficients = row.coefficients.map((value) => value - common)
  return { ...row, coefficients, lower: row.lower - fixed, upper: row.upper - fixed }
}
