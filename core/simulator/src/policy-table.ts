import { isoDate } from '@portofino/market'
import { optionGuide, optionKeys, printOption } from '@portofino/strategy'
import type { Option, OptionKey, OptionValues } from '@portofino/strategy'
import { optionMeanings } from './policy-table/option-meanings.ts'
import { runCurrency } from './policy-table/policy-facts.ts'
import type { PolicyFacts } from './policy-table/policy-facts.ts'
import type { Policy } from './result.ts'
import type { SimulatedRun } from './simulated-run.ts'

/**
 * Everything that was decided for a run, written or by default, always in this order: the options in the order of the
 * language, the policies whose key only a higher level of the language can change, then those that nothing changes.
 * Values are texts of the language, so that `id=value` is an option wherever the id is a key.
 */
export function policyTable(facts: PolicyFacts): Policy[] {
  return [...optionPolicies(facts), ...higherLevelPolicies(facts.run), ...fixedPolicies(facts.run)]
}

function optionPolicies(facts: PolicyFacts): Policy[] {
  return optionKeys.map((id) => {
    const written = writtenValue(id, facts.run.portfolio.options)
    const value = written ?? optionGuide(id).default
    return { id, value, meaning: optionMeanings[id](facts), isDefault: written === null }
  })
}

type OptionByKey = { [Key in OptionKey]?: Option<OptionValues[Key]> }

function writtenValue<Key extends OptionKey>(key: Key, options: Pick<OptionByKey, Key>): string | null {
  const option: Option<OptionValues[Key]> | undefined = options[key]
  return option === undefined ? null : printOption(key, option.value)
}

function higherLevelPolicies(run: SimulatedRun): Policy[] {
  const currency = runCurrency(run)
  return [
    defaultPolicy('dead', 'cash', delistingsInWords(run)),
    defaultPolicy('missing', 'ffill(5)', carriedInWords(run)),
    defaultPolicy('price', 'adj', adjustmentInWords(run)),
    defaultPolicy('ccy', currency, `All prices are in ${currency}; nothing was converted.`),
  ]
}

function fixedPolicies({ period, ruin, grid }: SimulatedRun): Policy[] {
  return [
    defaultPolicy('early_end', 'clip', endInWords({ period, ruin })),
    defaultPolicy('unknown_symbol', 'error', 'Every symbol has prices; one without would have stopped the run.'),
    defaultPolicy('grid', grid, gridMeanings[grid]),
    defaultPolicy(
      'annualization',
      String(period.periodsPerYear),
      `Yearly figures count ${period.periodsPerYear} sessions a year.`,
    ),
    defaultPolicy('ruin', 'stop', ruinInWords(ruin)),
  ]
}

const gridMeanings = {
  everyday: 'Every leg trades every day, so each day is a session.',
  weekdays: 'Sessions are the days on which the market of at least one leg was open.',
  mixed: 'Sessions are those of the five-day markets; what moves on a weekend falls into the next one.',
} as const

function defaultPolicy(id: string, value: string, meaning: string): Policy {
  return { id, value, meaning, isDefault: true }
}

function delistingsInWords({ delistings }: SimulatedRun): string {
  const sentences = delistings.map(({ symbol, isLeg, delisting: { day, return: paid } }) => {
    const [subject, became] = isLeg ? [symbol, 'its units became cash'] : [`${symbol} of the benchmark`, 'it became cash']
    return `${subject} stopped trading on ${isoDate(day)}; a session later ${became}, ${paidInWords(paid)}.`
  })
  if (!delistings.some(({ isLeg }) => isLeg)) sentences.unshift('No leg left its market.')
  return sentences.join(' ')
}

function paidInWords(delistingReturn: number): string {
  if (delistingReturn === 0) return 'at the last close'
  const percent = Number(Math.abs(delistingReturn * 100).toFixed(2))
  return `${percent}% ${delistingReturn < 0 ? 'below' : 'above'} the last close`
}

function carriedInWords({ carried }: SimulatedRun): string {
  const counts = carried.map(({ symbol, sessions }) => `${sessions} of ${symbol}`)
  return counts.length === 0 ? 'No price was missing.' : `Missing prices were carried forward: ${counts.join(', ')}.`
}

function adjustmentInWords({ legs, benchmark }: SimulatedRun): string {
  const instruments = [...legs.map(({ instrument }) => instrument), ...(benchmark?.instruments ?? [])]
  const lacking = instruments.filter((instrument) => instrument?.returns === 'price').map((instrument) => instrument!.symbol)
  const exception = lacking.length === 0 ? '' : `; those of ${[...new Set(lacking)].join(', ')} are without dividends`
  return `Returns come from closes adjusted for splits and dividends${exception}.`
}

function endInWords({ period, ruin }: Pick<SimulatedRun, 'period' | 'ruin'>): string {
  if (ruin !== null) return 'The run ended before its prices.'
  if (period.endMovedBy === null) return 'Prices reach the end of the period.'
  return `The run ends on ${isoDate(period.to)}, after which ${period.endMovedBy} has no price.`
}

function ruinInWords(ruin: SimulatedRun['ruin']): string {
  if (ruin === null) return 'The value stayed above zero.'
  return `The value fell to zero on ${isoDate(ruin.day)}, and the run stopped there.`
}
