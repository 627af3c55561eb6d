/**
 * The versioned tree of a command. It is plain JSON: numbers are decimal strings ("12.5") or fractions ("1/3") in lowest
 * terms, so nothing is rounded before the simulator; dates are full ISO days. Values are normalized: two commands that
 * mean the same differ in nothing but spans. Readers accept every older `v`.
 */
export interface Program {
  v: 1
  /** One at Level 1; the first portfolio gives later ones their period and unstated options. */
  portfolios: [Portfolio, ...Portfolio[]]
}

/** Where a node stands in the text: half-open, in UTF-16 units (`start`, `end`) and in UTF-8 bytes. */
export interface Span {
  start: number
  end: number
  utf8Start: number
  utf8End: number
}

export interface Portfolio {
  /** In written order, which matters. */
  legs: Leg[]
  period: Period
  options: Options
  span: Span
}

export interface Leg {
  subject: Subject
  side: 'L' | 'S'
  weight: Weight
  span: Span
}

export type Subject = InstrumentReference | { kind: 'cash'; span: Span }

export interface InstrumentReference {
  kind: 'instrument'
  /** The market before the colon, upper case; null when none was written. */
  market: string | null
  /** Upper case. */
  symbol: string
  span: Span
}

export type Weight =
  /** Points of a hundred: "50", "12.5". Finite within six decimals, however it was written. */
  | { kind: 'percent'; percent: string; span: Span }
  /** A share of one that no finite percentage gives: "1/3". */
  | { kind: 'fraction'; fraction: string; span: Span }
  /** `*`: an equal share of what the other legs leave. */
  | { kind: 'rest'; span: Span }

/** Both ends belong to it. Full ISO days. */
export interface Period {
  kind: 'range'
  from: string
  to: string
  fromSpan: Span
  toSpan: Span
  span: Span
}

/** Only what was written and differs from the default; the keys in the order of the canonical print. */
export interface Options {
  rebalance?: Option<RebalanceRule>
  cost?: Option<Cost>
  /** Basis points of traded value. */
  slip?: Option<string>
  bench?: Option<Benchmark>
  capital?: Option<string>
  rf?: Option<RiskFree>
  cash?: Option<CashPolicy>
  /** Percent. */
  gross?: Option<string>
  norm?: Option<'on'>
  late?: Option<LatePolicy>
  borrow?: Option<Rate>
  margin?: Option<Rate>
}

export interface Option<Value> {
  value: Value
  /** The whole option, key included. */
  span: Span
}

/** Due when any part is; sorted, without doubles, never empty (`never` is the default and is dropped). */
export type RebalanceRule = RulePart[]

export type RulePart =
  | { kind: 'calendar'; every: CalendarPeriod; anchor: Anchor }
  /** In percent; null where absent, never both. */
  | { kind: 'band'; absolute: string | null; relative: string | null }
  | { kind: 'every'; sessions: number }

/** `daily` always has the anchor `end`. */
export type CalendarPeriod = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'semiannual' | 'annual'
/** A number is the N-th session of the period; a day name goes with `weekly` only. */
export type Anchor = 'end' | 'start' | number | Weekday
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri'

/** Parts that were written; at least one is not null. Amounts in the run's currency. */
export interface Cost {
  bps: string | null
  perOrder: string | null
  perShare: string | null
}

/** A basket follows the portfolio's rebalancing, without costs. */
export type Benchmark = InstrumentReference | { kind: 'basket'; legs: Leg[]; span: Span }

/** A fixed yearly rate, or an instrument whose closes are yearly yields in percent. */
export type RiskFree = { kind: 'rate'; percent: string } | InstrumentReference

/** Percent a year; with `overRiskFree`, added to the risk-free rate. */
export interface Rate {
  percent: string
  overRiskFree: boolean
}

/** `rest`: legs may sum to less than `gross`, cash is what they leave. */
export interface CashPolicy {
  rest: boolean
  rate: Rate
}

export type LatePolicy = 'clip' | 'cash' | 'spread' | 'error'
