import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { totalReturnCloses, type Day, type Instrument, type PriceHistory } from '@portofino/market'
import { MarketDataError } from './market-data-error.ts'
import type { MarketDataSource } from './market-data-source.ts'

/** A source to try, with something that it has. */
export interface ContractSubject {
  open: () => Promise<MarketDataSource>
  /** Has prices on at least twenty days of the period. */
  symbol: string
  from: Day
  to: Day
  /** A well-formed symbol that it does not have. */
  unknownSymbol: string
}

/** Registers the tests that every source must pass, whatever it is made of. */
export function marketDataContract(name: string, subject: ContractSubject): void {
  void describe(`${name} keeps the contract of a source:`, () => {
    for (const [rule, check] of Object.entries(rules)) void test(rule, async () => check(await opened(subject), subject))
  })
}

type Check = (opened: Opened, subject: ContractSubject) => Promise<void> | void

interface Opened {
  source: MarketDataSource
  instrument: Instrument
  whole: PriceHistory
}

async function opened({ open, symbol, from, to }: ContractSubject): Promise<Opened> {
  const source = await open()
  const [instrument] = await source.describe(symbol)
  assert.ok(instrument, `${symbol} is not described`)
  return { source, instrument, whole: await source.history({ instrument, from, to }) }
}

const historyRules: Record<string, Check> = {
  'days increase within the period, closes are positive': ({ whole }, subject) => {
    const { days, closes } = whole.adjusted
    assert.ok(days.length >= 20)
    assert.equal(closes.length, days.length)
    assert.ok(days.every((day, t) => day >= subject.from && day <= subject.to && (t === 0 || day > days[t - 1]!)))
    assert.ok(closes.every((close) => close > 0 && Number.isFinite(close)))
  },

  'source, version and time are stated, and equal questions get equal answers': async (
    { source, instrument, whole },
    subject,
  ) => {
    assert.equal(whole.source, source.name)
    assert.match(whole.version, /^[0-9a-f]{64}$/)
    assert.match(whole.asOf, /^\d{4}-\d\d-\d\d(T[0-9:.]+Z)?$/)
    assert.deepEqual({ ...(await source.history({ instrument, ...subject })), asOf: '' }, { ...whole, asOf: '' })
  },

  'a shorter period has the same sessions and returns': async ({ source, instrument, whole }) => {
    const { days, closes } = whole.adjusted
    const [first, last] = [5, days.length - 5]
    const part = (await source.history({ instrument, from: days[first]!, to: days[last]! })).adjusted
    assert.deepEqual(part.days, days.slice(first, last + 1))
    const scale = part.closes[0]! / closes[first]!
    assert.ok(part.closes.every((close, t) => Math.abs(close / (closes[first + t]! * scale) - 1) < 1e-12))
  },

  'a day without a session gives no price': async ({ source, instrument, whole }) => {
    const { days } = whole.adjusted
    const gap = days.find((day, t) => t > 0 && day > days[t - 1]! + 1)
    if (gap === undefined) return
    const none = await source.history({ instrument, from: gap - 1, to: gap - 1 })
    assert.equal(none.adjusted.days.length, 0)
  },

  'raw prices and events give the adjusted closes': ({ whole }) => {
    const { raw, actions, adjusted, instrument } = whole
    if (raw === null) return
    const columns = [raw.open, raw.high, raw.low, raw.close, raw.volume]
    assert.ok(columns.every((column) => column.length === raw.days.length))
    assert.ok(actions.every(({ day }, k) => k === 0 || day >= actions[k - 1]!.day))
    const counted = instrument.returns === 'total' ? actions : actions.filter(({ type }) => type === 'split')
    const computed = totalReturnCloses(raw, counted)
    assert.deepEqual(computed.days, adjusted.days)
    const scale = adjusted.closes[0]! / computed.closes[0]!
    assert.ok(computed.closes.every((close, t) => Math.abs((close * scale) / adjusted.closes[t]! - 1) < 1e-9))
  },
}

const faultRules: Record<string, Check> = {
  'an unknown symbol is an error that names symbol and source, never an empty history': async (
    { source, instrument },
    subject,
  ) => {
    const unknown = { ...instrument, symbol: subject.unknownSymbol }
    await assert.rejects(source.history({ instrument: unknown, ...subject }), (fault) => {
      assert.ok(fault instanceof MarketDataError)
      assert.equal(fault.code, 'not_found')
      assert.equal(fault.source, source.name)
      assert.equal(fault.symbol, subject.unknownSymbol)
      assert.ok(fault.message.includes(subject.unknownSymbol))
      return true
    })
  },

  'a canceled request ends with the reason of its signal': async ({ source, instrument }, subject) => {
    const reason = new Error('no longer wanted')
    await assert.rejects(source.history({ instrument, ...subject, signal: AbortSignal.abort(reason) }), reason)
  },
}

const lookupRules: Record<string, Check> = {
  'a symbol is described however it is typed, and an unknown one by nothing': async ({ source, instrument }, subject) => {
    const [typed] = await source.describe(subject.symbol.toLowerCase())
    assert.equal(typed?.symbol, instrument.symbol)
    assert.match(instrument.currency, /^[A-Z]{3}$/)
    assert.deepEqual(await source.describe(subject.unknownSymbol), [])
  },

  'a search finds the symbol, with at most twenty answers': async ({ source, instrument }) => {
    const found = await source.search(instrument.symbol)
    assert.ok(found.length <= 20)
    assert.ok(found.some(({ symbol }) => symbol === instrument.symbol))
  },

  'the catalog knows the symbol, not the unknown one, and how to use another source': async ({ source, instrument }, subject) => {
    const catalog = await source.catalog([subject.symbol, subject.unknownSymbol])
    assert.equal(catalog.source, source.name)
    assert.notEqual(catalog.otherSources, '')
    assert.ok(catalog.find(instrument.symbol).some(({ market }) => market === instrument.market))
    assert.deepEqual([...catalog.find(subject.unknownSymbol)], [])
    assert.ok([...catalog.instruments()].some(({ symbol }) => symbol === instrument.symbol))
  },

  'the sessions of its market hold each day with a price': async ({ source, instrument, whole }, subject) => {
    if (instrument.market === null) return
    const sessions = await source.sessions(instrument.market, subject)
    assert.ok(sessions.every((day, t) => day >= subject.from && day <= subject.to && (t === 0 || day > sessions[t - 1]!)))
    const known = new Set(sessions)
    assert.ok(whole.adjusted.days.every((day) => known.has(day)))
  },
}

const rules: Record<string, Check> = { ...historyRules, ...faultRules, ...lookupRules }
