import type { StatedLimit } from '@portofino/optimizer'
import { percentText } from './written-numbers.ts'

/** Limits that cannot hold together, with their numbers as they were written. */
export function conflictInWords(conflict: readonly StatedLimit[]): string {
  return `These cannot hold together: ${conflict.map(limitInWords).join('; ')}.`
}

function limitInWords({ lower, upper, ...limited }: StatedLimit): string {
  const sign = lower === upper ? '=' : upper === undefined ? '>=' : '<='
  return `${whatIsLimited(limited)} ${sign} ${percentText(lower ?? upper ?? 0)}`
}

/** The only row that options write is what is to be earned. */
export function whatIsLimited({ kind, name }: Pick<StatedLimit, 'kind' | 'name'>): string {
  if (kind === 'lower' || kind === 'upper') return name
  if (kind === 'row') return name === 'minimum return' ? '--min-return' : '--target-return'
  return kind === 'group' ? `group ${name}` : kind.replace('_', ' ')
}

/** What to write instead, where the greatest weights of all assets leave too little for the budget; null for other conflicts. */
export function limitMend(conflict: readonly StatedLimit[], assets: readonly string[]): string | null {
  const budget = conflict.find(({ kind }) => kind === 'budget')?.lower
  const greatest = conflict.flatMap(({ kind, upper }) => (kind === 'upper' && upper !== undefined ? [upper] : []))
  if (budget === undefined || greatest.length !== assets.length || conflict.length !== assets.length + 1) return null
  const total = greatest.reduce((sum, most) => sum + most, 0)
  const least = Math.ceil(Number(((budget / assets.length) * 1e4).toPrecision(12))) / 1e4
  const isOne = greatest.every((most) => most === greatest[0])
  return `${isOne ? `Write --max ${percentText(least)} or more` : 'Raise --max'}, or --budget ${percentText(total)}.`
}
