import { optionGuide } from '@portofino/strategy'

/** The options that the form has fields for, in the order of the fields. */
export const formKeys = ['capital', 'bench', 'rebalance', 'cost', 'rf', 'late'] as const
export type FormKey = (typeof formKeys)[number]

export interface Choice {
  value: string
  label: string
}

/** What can be chosen from a list; anything else that is written shows as it is. */
export const choices: Readonly<Record<'rebalance' | 'bench' | 'late', readonly Choice[]>> = {
  rebalance: [
    { value: 'never', label: 'Never' },
    { value: 'daily', label: 'Each session' },
    { value: 'weekly', label: 'Each week' },
    { value: 'monthly', label: 'Each month' },
    { value: 'quarterly', label: 'Each quarter' },
    { value: 'semiannual', label: 'Each half-year' },
    { value: 'annual', label: 'Each year' },
    { value: 'band(5%)', label: 'Past a band of 5 points' },
  ],
  bench: [
    { value: 'none', label: 'None' },
    { value: '^GSPC', label: 'S&P 500 (^GSPC)' },
  ],
  late: [
    { value: 'clip', label: 'Start later' },
    { value: 'cash', label: 'Hold cash until then' },
    { value: 'spread', label: 'Spread over the others' },
    { value: 'error', label: 'Refuse to run' },
  ],
}

/** The number of a field and what it counts, when what is written is that simple; else null. */
export function plainAmount(
  key: 'capital' | 'cost' | 'rf',
  written: string | undefined,
): { number: string; unit: string } | null {
  const forms = { capital: /^([\d.]*)()$/, cost: /^([\d.]*)(bps|%)?$/, rf: /^(-?[\d.]*)(%)?$/ }
  const units = { capital: '', cost: 'bps', rf: '%' }
  if (written === undefined) return { number: key === 'capital' ? optionGuide(key).default : '0', unit: units[key] }
  const match = forms[key].exec(written)
  return match === null ? null : { number: match[1]!, unit: match[2] || units[key] }
}

/** What a field writes into the command; null when it is the default, which writes nothing. */
export function writtenAmount(key: 'capital' | 'cost' | 'rf', { typed, unit }: { typed: string; unit: string }): string | null {
  const bare = typed.replaceAll(/[\s#|]/g, '')
  const number = key === 'capital' ? bare.replaceAll(',', '') : bare
  if (number === '') return null
  if (!/^-?\d*\.?\d*$/.test(number)) return number
  const isDefault = Number(number) === (key === 'capital' ? Number(optionGuide(key).default) : 0)
  return isDefault && /\d$/.test(number) && !/\.\d*0$/.test(number) ? null : `${number}${unit}`
}

/** The options in a few words each, as they stand: `Benchmark none`. */
export function optionSummary(written: (key: FormKey) => string | undefined): { key: FormKey; name: string; value: string }[] {
  const names = { bench: 'Benchmark', rebalance: 'Rebalance', cost: 'Costs', rf: 'Risk-free' } as const
  return (['bench', 'rebalance', 'cost', 'rf'] as const).map((key) => {
    const value = written(key)
    return { key, name: names[key], value: value === undefined ? standards[key] : value.replace(/^([\d.]+)bps$/, '$1 bps') }
  })
}

const standards = { bench: 'none', rebalance: 'never', cost: 'none', rf: '0%' } as const
