import type { CorporateAction, Day, Instrument } from '@portofino/market'
import { parseIsoDate } from '@portofino/market'

/** An invented instrument: who it is, how its price moves, and the one thing that makes it worth having. */
export interface Invention {
  instrument: Omit<Instrument, 'first' | 'last'>
  /** Its symbol before a rename. */
  formerSymbol: string
  /** Its own random numbers, whatever stands before it in the list. */
  stream: number
  firstPrice: number
  /** Expected return and standard deviation of one session, as fractions. */
  drift: number
  deviation: number
  /** Paid on the first session from the 15th of March, June, September and December on; 0 for none. */
  quarterlyDividend: number
  listed: Day
  delisted: Day | null
  actions: readonly CorporateAction[]
  /** Days without a price though the market is open. */
  withoutPrice: readonly Day[]
  /** Days whose prices are given a hundred times too high. */
  hundredfold: readonly Day[]
}

export const firstDay = dayOf('2010-01-04')

const ordinary = {
  formerSymbol: '',
  firstPrice: 50,
  drift: 0.0003,
  deviation: 0.012,
  quarterlyDividend: 0,
  listed: firstDay,
  delisted: null,
  actions: [],
  withoutPrice: [],
  hundredfold: [],
}

const newYork = { market: 'XNYS', calendar: 'XNYS', currency: 'USD', returns: 'total' } as const
const nasdaq = { ...newYork, market: 'XNAS', calendar: 'XNAS' } as const
const london = { market: 'XLON', calendar: null, currency: 'GBP', returns: 'total' } as const

export const inventions: readonly Invention[] = [
  {
    ...ordinary,
    stream: 1,
    instrument: { symbol: 'STEADY', name: 'Steady Water, pays quarterly', ...newYork },
    quarterlyDividend: 0.4,
  },
  {
    ...ordinary,
    stream: 2,
    instrument: { symbol: 'GROWTH', name: 'Growth Engines, pays nothing', ...nasdaq },
    drift: 0.0008,
    deviation: 0.02,
  },
  {
    ...ordinary,
    stream: 3,
    instrument: { symbol: 'SPLIT', name: 'Split Software, 4 for 1 in 2014 and 1 for 10 in 2020', ...nasdaq },
    quarterlyDividend: 0.2,
    actions: [
      { type: 'split', day: dayOf('2014-06-09'), ratio: 4 },
      { type: 'split', day: dayOf('2020-08-31'), ratio: 0.1 },
    ],
  },
  {
    ...ordinary,
    stream: 4,
    instrument: { symbol: 'SPECIAL', name: 'Special Holdings, paid 10 dollars at once in 2013', ...newYork },
    actions: [{ type: 'dividend', day: dayOf('2013-12-09'), amount: 10 }],
  },
  {
    ...ordinary,
    stream: 5,
    instrument: { symbol: 'LATE', name: 'Late Listing, since 2016-05-16', ...newYork },
    listed: dayOf('2016-05-16'),
  },
  {
    ...ordinary,
    stream: 6,
    instrument: { symbol: 'GONE', name: 'Gone Under, delisted on 2019-03-29 at a loss', ...newYork },
    drift: -0.0005,
    deviation: 0.025,
    delisted: dayOf('2019-03-29'),
    actions: [{ type: 'delisting', day: dayOf('2019-03-29'), return: -0.6 }],
  },
  {
    ...ordinary,
    stream: 7,
    instrument: { symbol: 'RENAMED', name: 'Renamed Works, called OLDNAME until 2018-06-01', ...newYork },
    formerSymbol: 'OLDNAME',
    actions: [{ type: 'rename', day: dayOf('2018-06-01'), symbol: 'RENAMED' }],
  },
  {
    ...ordinary,
    stream: 8,
    instrument: { symbol: 'HALTED', name: 'Halted Trust, no trade in the week of 2018-11-05', ...newYork },
    withoutPrice: ['2018-11-05', '2018-11-06', '2018-11-07', '2018-11-08', '2018-11-09'].map(dayOf),
  },
  {
    ...ordinary,
    stream: 9,
    instrument: { symbol: 'MISSING', name: 'Missing Close, none on 2016-03-09', ...nasdaq },
    withoutPrice: [dayOf('2016-03-09')],
  },
  {
    ...ordinary,
    stream: 10,
    instrument: { symbol: 'HUNDRED', name: 'Hundredfold Error, on 2017-08-15', ...nasdaq },
    hundredfold: [dayOf('2017-08-15')],
  },
  { ...ordinary, stream: 11, instrument: { symbol: 'LONDON', name: 'London Tea, in pounds', ...london }, quarterlyDividend: 0.3 },
  { ...ordinary, stream: 12, instrument: { symbol: 'THAMES', name: 'Thames Ferries, in pounds', ...london } },
  {
    ...ordinary,
    stream: 13,
    instrument: {
      symbol: 'COIN-USD',
      name: 'Coin, trades every day',
      market: 'CRYPTO',
      calendar: 'everyday',
      currency: 'USD',
      returns: 'total',
    },
    firstPrice: 300,
    drift: 0.001,
    deviation: 0.035,
  },
  {
    ...ordinary,
    stream: 14,
    instrument: {
      symbol: '^SYNTH',
      name: 'Synthetic Price Index',
      market: null,
      calendar: 'XNYS',
      currency: 'USD',
      returns: 'price',
    },
    firstPrice: 1000,
    deviation: 0.009,
  },
]

function dayOf(text: string): Day {
  const day = parseIsoDate(text)
  if (day === null) throw new RangeError(`Cannot invent an instrument: a date must be YYYY-MM-DD, got "${text}"`)
  return day
}
