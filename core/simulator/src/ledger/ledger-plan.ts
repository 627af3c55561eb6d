import type { Band, CostModel } from '@portofino/rebalancing'

/** All that decides a path, as plain arrays: sessions 0..n, holdings 0..m−1. */
export interface LedgerPlan {
  /** n + 1, at least 1. */
  sessions: number
  /** Money at session 0, above zero. */
  capital: number
  /** One column a holding, finite and above zero; from its settlement on what that paid, zero included; shape [n + 1] each. */
  prices: readonly Float64Array[]
  /** What to return to, from a session on; the first begins at 0, the others begin at a due session or at a settlement. */
  stages: readonly [TargetStage, ...TargetStage[]]
  /** By session, none at 0; targets of the holding are zero from there on. */
  settlements: readonly LedgerSettlement[]
  /** 1 where a trade is decided; never at session 0; shape [n + 1]. */
  due: Uint8Array
  /** A trade is also decided where the weights leave any of these. */
  bands: readonly Band[]
  /** Whether the cash weight is watched by the bands, like a leg. */
  watchesCash: boolean
  /** 1 where every market needed for a trade is open; null when they always are; shape [n + 1]. */
  open: Uint8Array | null
  costs: CostModel
  /** Null when every rate is zero. */
  accrual: Accrual | null
}

export interface TargetStage {
  /** First session. */
  from: number
  /** Signed fractions of the value; what they leave is cash; shape [m]. */
  targets: Float64Array
}

/** The holding's units become cash at the price of the session: no order, and free. */
export interface LedgerSettlement {
  session: number
  /** Position in `prices`. */
  holding: number
}

/** What one unit of money earns or pays until a session since the one before: rate · calendar days / 365; shape [n + 1], entry 0 unused. */
export interface Accrual {
  cash: Float64Array
  margin: Float64Array
  borrow: Float64Array
}

/** A path, as far as it went. Arrays over sessions have shape [sessions]. */
export interface Ledger {
  /** n + 1, or fewer when ruined: the ruin is the last one. */
  sessions: number
  /** Money after trades, but the capital at session 0; zero at a ruin. */
  value: Float64Array
  /** Money after trades. */
  cash: Float64Array
  /** Worth of the holdings with positive units, and of those with negative ones without its sign. */
  long: Float64Array
  short: Float64Array
  /** Money booked on the cash of the session before; null without rates. */
  interest: Float64Array | null
  trades: LedgerTrades
  /** What was missing to zero at the ruin; null unless ruined. */
  shortfall: number | null
  /** Sessions that traded at carried prices since a market stayed closed too long. */
  carriedTrades: number[]
}

/**
 * One entry a trade, the first purchase in front, and one for each session with settlements, with nothing traded and before the trade
 * of that session. Units hold from their session on, until the next entry.
 */
export interface LedgerTrades {
  count: number
  session: Int32Array
  /** Row-major; shape [count, m]. */
  units: Float64Array
  /** Money. */
  cost: Float64Array
  /** Sum of absolute money. */
  traded: Float64Array
  valueBefore: Float64Array
}
