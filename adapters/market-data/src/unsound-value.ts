import { isSoundPrice, isSoundYield, type CorporateAction, type Day, type PriceHistory } from '@portofino/market'

/** A value of a history that no price, event or yield can have. */
export interface UnsoundValue {
  day: Day
  /** `close`, `adjusted close`, `open`, `split`, … */
  what: string
  value: number
}

type Checked = Pick<PriceHistory, 'adjusted' | 'raw' | 'actions'> & { instrument: Pick<PriceHistory['instrument'], 'returns'> }

/** The first of them, or null. What a source does not say, NaN beside a raw close, is sound. */
export function unsoundValue({ instrument, adjusted, raw, actions }: Checked): UnsoundValue | null {
  const isSound = instrument.returns === 'yield' ? isSoundYield : isSoundPrice
  const columns: Column[] = [{ what: 'adjusted close', days: adjusted.days, values: adjusted.closes, isSound }]
  if (raw !== null) {
    const { days, close, volume } = raw
    const others = (['open', 'high', 'low'] as const).map((what) => ({
      what,
      days,
      values: raw[what],
      isSound: orUnknown(isSound),
    }))
    // As traded before as adjusted: the close itself may be what is wrong.
    columns.unshift({ what: 'close', days, values: close, isSound }, ...others)
    columns.push({ what: 'volume', days, values: volume, isSound: orUnknown((value) => value >= 0 && value < Infinity) })
  }
  return unsoundAction(actions) ?? firstUnsound(columns)
}

interface Column {
  what: string
  days: Int32Array
  values: Float64Array
  isSound: (value: number) => boolean
}

function firstUnsound(columns: readonly Column[]): UnsoundValue | null {
  for (const { what, days, values, isSound } of columns) {
    const t = values.findIndex((value) => !isSound(value))
    if (t >= 0) return { day: days[t]!, what, value: values[t]! }
  }
  return null
}

function orUnknown(isSound: (value: number) => boolean): (value: number) => boolean {
  return (value) => Number.isNaN(value) || isSound(value)
}

/** A final payment is a price once more, so the return to it cannot exceed what prices can. */
const highestDelistingReturn = 1000

/** From a loss of everything to a payment of a thousand times the last price. */
export function isSoundDelistingReturn(value: number): boolean {
  return value >= -1 && value <= highestDelistingReturn
}

function unsoundAction(actions: readonly CorporateAction[]): UnsoundValue | null {
  for (const action of actions) {
    const { type, day } = action
    if (type === 'split' && !isSoundPrice(action.ratio)) return { day, what: type, value: action.ratio }
    if (type === 'dividend' && !isSoundPrice(action.amount)) return { day, what: type, value: action.amount }
    if (type === 'delisting' && !isSoundDelistingReturn(action.return)) return { day, what: type, value: action.return }
  }
  return null
}
