import { percentText } from './written-numbers.ts'

interface Reference {
  kind: string
  name: string
}

/** The sentence about limits that cannot hold together, with its numbers as they were written. */
export function limitsInPercents(explanation: string): string {
  return explanation
    .replaceAll(/(?<= (?:<=|>=|=) )-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?=;|\.?$)/g, (number) => percentText(Number(number)))
    .replaceAll(/(?<=: |; )row minReturn(?= >= )/g, '--min-return')
}

/** What to write instead, where greatest weights leave too little for the budget; null for other conflicts. */
export function limitMend(conflict: readonly Reference[], written: Readonly<Record<string, unknown>>): string | null {
  const { budget = 1, bounds } = written
  if (typeof budget !== 'number' || !hasUpper(bounds)) return null
  const { upper } = bounds
  const isAboutMost = conflict.every(({ kind }) => kind === 'budget' || kind === 'upper')
  const total = upper.reduce((sum, most) => sum + most, 0)
  if (!isAboutMost || conflict.length !== upper.length + 1 || total >= budget) return null
  const least = Math.ceil(Number(((budget / upper.length) * 1e4).toPrecision(12))) / 1e4
  const isOne = upper.every((most) => most === upper[0])
  return `${isOne ? `Write --max ${percentText(least)} or more` : 'Raise --max'}, or --budget ${percentText(total)}.`
}

function hasUpper(bounds: unknown): bounds is { upper: number[] } {
  return typeof bounds === 'object' && bounds !== null && 'upper' in bounds && Array.isArray(bounds.upper)
}
