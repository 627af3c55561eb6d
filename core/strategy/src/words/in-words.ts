import { monthNames } from '@portofino/market'
import type { Portfolio, Program } from '../tree.ts'
import { legsInWords } from './legs-in-words.ts'
import type { Names } from './legs-in-words.ts'
import { optionsInWords } from './options-in-words.ts'
import { ruleInWords } from './rule-in-words.ts'

/**
 * A command as plain sentences: what is held, when, how often it goes back to its weights, then every option that is set.
 *
 * Names come from the catalog; a symbol that it does not know, or knows in several markets, stands alone.
 *
 * ```ts
 * const { ast } = parse('AAPL-L-60% $CASH-L-40% 2020-01-01 2023-01-01 rebalance=monthly cost=5bps')
 * const words =
 *   'Hold 60% AAPL and 40% cash from 1 January 2020 to 1 January 2023, brought back to these weights at the last session ' +
 *   'of each month. Each trade costs 5 bps of its value.'
 * assert.equal(inWords(ast!), words)
 * ```
 */
export function inWords({ portfolios }: Program, catalog?: Names): string {
  return portfolios.map((portfolio) => portfolioInWords(portfolio, catalog)).join(' Or: ')
}

function portfolioInWords({ legs, period, options }: Portfolio, names: Names | undefined): string {
  const holding = legsInWords(legs, names)
  const range = `from ${dayInWords(period.from)} to ${dayInWords(period.to)}`
  const untouched = legs.some(({ side }) => side === 'S') ? 'opened once and left alone' : 'bought once and left alone'
  const rule =
    options.rebalance === undefined ? untouched : `brought back to these weights ${ruleInWords(options.rebalance.value)}`
  const sentence = `${holding.charAt(0).toUpperCase()}${holding.slice(1)} ${range}, ${rule}.`
  return [sentence, ...optionsInWords(options, { names, currency: commonCurrency(legs, names) })].join(' ')
}

function commonCurrency(legs: Portfolio['legs'], names: Names | undefined): string | null {
  const symbols = legs.flatMap(({ subject }) => (subject.kind === 'instrument' ? [subject] : []))
  const found = symbols.flatMap(({ symbol, market }) =>
    (names?.find(symbol) ?? []).filter((instrument) => market === null || instrument.market === market),
  )
  const currencies = new Set(found.map(({ currency }) => currency))
  return currencies.size === 1 ? [...currencies][0]! : null
}

/** `1 January 2020`. */
function dayInWords(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${day} ${monthNames[month! - 1]} ${year}`
}
