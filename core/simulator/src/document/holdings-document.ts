import { isoDate } from '@portofino/market'
import type { Attribution, LegResult, SimulationResult, Trade } from '../result.ts'
import { finiteNumber, wireNumber } from './wire-number.ts'

export interface LegDocument {
  /** Null for `$CASH`. */
  symbol: string | null
  name: string
  side: 'L' | 'S'
  target: number
  first_weight: number
  last_weight: number
  min_weight: number
  max_weight: number
  mean_weight: number
  own_return: number | null
}

export interface TradeDocument {
  date: string
  /** Position in `legs`. */
  leg: number
  units: number
  price: number
  value: number
  cost: number
}

export interface HoldingsDocument {
  legs: LegDocument[]
  /** As in the result: its numbers and names are plain already. */
  attribution: Attribution
}

/** What was held and earned. */
export function holdingsDocument({ legs, attribution }: SimulationResult): HoldingsDocument {
  return {
    legs: legs.map(legDocument),
    attribution: attributionDocument(attribution),
  }
}

function legDocument(leg: LegResult): LegDocument {
  return {
    symbol: leg.symbol,
    name: leg.name,
    side: leg.side,
    target: finiteNumber(leg.target, 'target'),
    first_weight: finiteNumber(leg.firstWeight, 'first weight'),
    last_weight: finiteNumber(leg.lastWeight, 'last weight'),
    min_weight: finiteNumber(leg.minWeight, 'lowest weight'),
    max_weight: finiteNumber(leg.maxWeight, 'highest weight'),
    mean_weight: finiteNumber(leg.meanWeight, 'mean weight'),
    own_return: wireNumber(leg.ownReturn),
  }
}

export function tradeDocument(trade: Trade): TradeDocument {
  return {
    date: isoDate(trade.day),
    leg: trade.leg,
    units: finiteNumber(trade.units, 'units'),
    price: finiteNumber(trade.price, 'price'),
    value: finiteNumber(trade.value, 'traded value'),
    cost: finiteNumber(trade.cost, 'cost'),
  }
}

function attributionDocument({ rows, years, months }: Attribution): Attribution {
  return {
    rows: rows.map((row) => ({ ...row, contribution: finiteNumber(row.contribution, 'contribution') })),
    years: years.map(withPlainNumbers),
    months: months.map(withPlainNumbers),
  }
}

function withPlainNumbers<Row extends { contributions: number[]; total: number }>(row: Row): Row {
  const contributions = row.contributions.map((value) => finiteNumber(value, 'contribution'))
  return { ...row, contributions, total: finiteNumber(row.total, 'contribution') }
}
