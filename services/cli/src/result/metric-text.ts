import type { Definition } from '@portofino/metrics'
import { decimal, missing, percent, signedPercent } from '../terminal/numbers.ts'

/** A measure as people write it: losses with a minus, returns with a sign, two decimals, a dash where there is none. */
export function metricText(value: number | null, { id, unit, group }: Definition): string {
  if (value === null) return missing
  if (unit !== 'percent') return decimal(value)
  if (id === 'max_drawdown') return signedPercent(-value)
  return isReturn(id, group) ? signedPercent(value) : percent(value)
}

function isReturn(id: string, group: Definition['group']): boolean {
  return group === 'return' || group === 'flows' || /^(alpha$|m2$|best_|worst_)/.test(id)
}
