import type { CheckedRow } from './checked-rows.ts'

/**
 * What numbers within a factor of two of each other have in common: it is taken from each of them without rounding. Zero of others, and of
 * numbers that do not differ.
 */
export function commonPart(values: Float64Array): number {
  const least = values.reduce((one, other) => (Math.abs(other) < Math.abs(one) ? other : one))
  const isCommon = least !== 0 && values.every((value) => value / least >= 1 && value / least <= 2)
  return isCommon && values.some((value) => value !== least) ? least : 0
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
