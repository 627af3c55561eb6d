import { optionKeys } from '../print-option.ts'
import type { OptionKey } from '../print-option.ts'

/** What people call an option elsewhere, without hyphens, underscores and capitals. */
const synonyms: Readonly<Record<OptionKey, readonly string[]>> = {
  rebalance: [
    'rebalancing',
    'rebal',
    'rebalanced',
    'frequency',
    'freq',
    'rebalancefrequency',
    'rebalancingfrequency',
    'reweight',
  ],
  cost: [
    'costs',
    'fee',
    'fees',
    'commission',
    'commissions',
    'brokerage',
    'tc',
    'transactioncost',
    'transactioncosts',
    'tradingcost',
  ],
  slip: ['slippage', 'impact', 'marketimpact'],
  bench: ['benchmark', 'bm', 'index', 'compare', 'versus', 'vs'],
  capital: [
    'initial',
    'initialcapital',
    'startcapital',
    'startingcapital',

    'amount',
    'money',
    'invest',
    'investment',
    'balance',
  ],
  rf: ['riskfree', 'riskfreerate', 'rfr'],
  cash: ['cashrate', 'cashinterest', 'cashyield'],
  gross: ['leverage', 'lev', 'exposure', 'grossexposure'],
  norm: ['normalize', 'normalise', 'normalized', 'normalised', 'scale', 'rescale'],
  late: [],
  borrow: ['borrowing', 'borrowfee', 'borrowcost', 'borrowrate', 'shortfee', 'shortrate', 'shortcost'],
  margin: ['marginrate', 'marginfee', 'financing', 'loan', 'loanrate'],
}

const keyOf = new Map(optionKeys.flatMap((key) => synonyms[key].map((word) => [word, key])))

/** The option that goes by another name elsewhere; null when the name is none of these. */
export function keyMeant(name: string): OptionKey | null {
  return keyOf.get(name.toLowerCase().replace(/[-_]/g, '')) ?? null
}
