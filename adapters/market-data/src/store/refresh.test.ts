import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate, totalReturnCloses, type CorporateAction, type Day, type PriceHistory } from '@portofino/market'
import fc from 'fast-check'
import { historyVersion } from '../history-content.ts'
import { historyWithin } from '../history-within.ts'
import { listedSource } from '../listed-source.ts'
import { MarketDataError } from '../market-data-error.ts'
import type { MarketDataSource } from '../market-data-source.ts'
import type { PriceStore, StoredHistory } from './price-store.ts'
import { refresh } from './refresh.ts'
import { StoreDamage } from './store-damage.ts'

const instrument = {
  symbol: 'ACME',
  name: 'Acme',
  market: 'XLON',
  calendar: null,
  currency: 'GBP',
  returns: 'total' as const,
  first: null,
  last: null,
}

/** What a provider says on a day: nothing later, and the session of that day still going on. */
interface Market {
  closes: number[]
  actions: CorporateAction[]
  isRaw: boolean
}

function statedOn(today: Day, { closes, actions, isRaw }: Market): PriceHistory {
  const days = Int32Array.from(closes.slice(0, today + 1), (_, t) => t)
  const close = Float64Array.from(days, (day) => (day === today ? closes[day]! * 1.01 : closes[day]!))
  const raw = { days, open: close, high: close, low: close, close, volume: close }
  const known = actions.filter(({ day }) => day <= today).toSorted((a, b) => a.day - b.day || (a.type < b.type ? -1 : 1))
  const content = {
    instrument,
    adjusted: isRaw ? totalReturnCloses(raw, known) : { days, closes: close },
    raw: isRaw ? raw : null,
    actions: isRaw ? known : [],
  }
  return { ...content, source: 'provider', asOf: isoDate(today), version: historyVersion(content) }
}

interface Provider extends MarketDataSource {
  asked: Day[]
}

function providerOf(history: PriceHistory): Provider {
  const source = listedSource({ name: 'provider', otherSources: '', instruments: [instrument], load: async () => history })
  const asked: Day[] = []
  return {
    ...source,
    asked,
    history: async (request) => {
      asked.push(request.from)
      // As providers do: adjusted closes end at the last raw close of what was asked for.
      const part = historyWithin(history, request)
      return part.raw === null ? part : { ...part, adjusted: totalReturnCloses(part.raw, part.actions) }
    },
  }
}

function memoryStore(): PriceStore & { stored: StoredHistory | null } {
  return {
    stored: null,
    async read() {
      return this.stored
    },
    async write(next) {
      this.stored = next
    },
    pointers: async () => [],
  }
}

const upTo = (to: Day) => ({ instrument, from: 0, to })
const steady = (length: number): Market => ({ closes: Array.from({ length }, (_, t) => 100 + (t % 7)), actions: [], isRaw: true })

async function refreshedTwice({
  before,
  after,
  firstDay,
  lastDay,
}: {
  before: Market
  after: Market
  firstDay: Day
  lastDay: Day
}) {
  const store = memoryStore()
  await refresh(providerOf(statedOn(firstDay, before)), store, upTo(firstDay))
  const provider = providerOf(statedOn(lastDay, after))
  const { report } = await refresh(provider, store, upTo(lastDay))
  return { report, history: store.stored!.history, full: statedOn(lastDay, after), asked: provider.asked }
}

const event: fc.Arbitrary<CorporateAction> = fc.oneof(
  fc.record(
    { type: fc.constant('split' as const), day: fc.nat({ max: 80 }), ratio: fc.constantFrom(2, 0.1) },
    { noNullPrototype: true },
  ),
  fc.record(
    { type: fc.constant('dividend' as const), day: fc.nat({ max: 80 }), amount: fc.constantFrom(0.5, 1.25) },
    { noNullPrototype: true },
  ),
)
const market = fc.record<Market>({
  closes: fc.array(
    fc.integer({ min: 100, max: 10_000 }).map((cents) => cents / 100),
    { minLength: 80, maxLength: 80 },
  ),
  actions: fc.uniqueArray(event, { maxLength: 5, selector: ({ day }) => day }),
  isRaw: fc.boolean(),
})

describe('refresh', () => {
  test('cached and incremental is the same as full', async () => {
    await fc.assert(
      fc.asyncProperty(market, fc.nat({ max: 79 }), fc.nat({ max: 79 }), async (made, one, other) => {
        const [firstDay, lastDay] = [Math.min(one, other), Math.max(one, other)]
        const { history, full } = await refreshedTwice({ before: made, after: made, firstDay, lastDay })
        assert.equal(history.version, full.version)
        assert.deepEqual(history.adjusted, full.adjusted)
      }),
    )
  })

  test('asks for the last ten sessions that were over, and what came after', async () => {
    const same = steady(80)
    const { report, asked } = await refreshedTwice({ before: same, after: same, firstDay: 50, lastDay: 60 })
    assert.deepEqual(asked, [40])
    assert.equal(report.outcome, 'extended')
  })

  test('keeps the version when nothing came', async () => {
    const same = steady(51)
    const first = { ...same, closes: same.closes.slice(0, 45) }
    const { report, full } = await refreshedTwice({ before: first, after: first, firstDay: 50, lastDay: 60 })
    assert.equal(report.outcome, 'unchanged')
    assert.equal(report.version, full.version)
  })

  const changes: [string, RegExp, (market: Market) => Market][] = [
    ['a changed close', /the close of 1970-02-15 changed/, (made) => ({ ...made, closes: made.closes.with(45, 1) })],
    ['a new split', /a split on 1970-02-25 is new/, (made) => ({ ...made, actions: [{ type: 'split', day: 55, ratio: 2 }] })],
    [
      'a dividend of a stored session',
      /splits or dividends of stored sessions changed/,
      (made) => ({ ...made, actions: [{ type: 'dividend', day: 45, amount: 2 }] }),
    ],
    ['raw prices that went', /raw prices came or went/, (made) => ({ ...made, isRaw: false })],
  ]
  for (const [what, reason, change] of changes) {
    test(`fetches everything again after ${what}`, async () => {
      const before = steady(80)
      const { report, history, full, asked } = await refreshedTwice({ before, after: change(before), firstDay: 50, lastDay: 60 })
      assert.deepEqual(asked, [40, 0])
      assert.equal(report.outcome, 'replaced')
      assert.match(report.reason!, reason)
      assert.equal(history.version, full.version)
    })
  }

  test('a refetch after a split changes no return', async () => {
    const before = steady(80)
    const after: Market = { ...before, actions: [{ type: 'split', day: 55, ratio: 2 }] }
    const store = memoryStore()
    await refresh(providerOf(statedOn(50, before)), store, upTo(50))
    const old = store.stored!.history.adjusted
    await refresh(providerOf(statedOn(60, after)), store, upTo(60))
    const { closes } = store.stored!.history.adjusted
    for (let t = 1; t < 50; t++)
      assert.ok(Math.abs(closes[t]! / closes[t - 1]! / (old.closes[t]! / old.closes[t - 1]!) - 1) < 1e-12)
  })

  test('fetches everything when earlier prices are wanted', async () => {
    const store = memoryStore()
    const provider = providerOf(statedOn(60, steady(80)))
    await refresh(provider, store, { instrument, from: 30, to: 60 })
    const { report } = await refresh(provider, store, { instrument, from: 10, to: 60 })
    assert.equal(report.reason, 'prices before 1970-01-31 were needed')
    assert.equal(store.stored!.history.adjusted.days[0], 10)
  })

  test('an empty range that the provider states is stored as that fact', async () => {
    const store = memoryStore()
    const { report } = await refresh(providerOf(statedOn(60, { ...steady(80), closes: [] })), store, upTo(60))
    assert.equal(report.outcome, 'first')
    assert.equal(store.stored?.history.adjusted.days.length, 0)
    assert.deepEqual([store.stored?.from, store.stored?.to], [0, 60])
  })

  test('emptiness never replaces prices', async () => {
    const store = memoryStore()
    await refresh(providerOf(statedOn(50, steady(80))), store, upTo(50))
    const { stored } = store
    const empty = providerOf(statedOn(60, { ...steady(80), closes: [] }))
    await assert.rejects(
      refresh(empty, store, upTo(60)),
      (fault) => fault instanceof MarketDataError && fault.code === 'unavailable',
    )
    assert.equal(store.stored, stored)
  })

  test('a failure is never stored', async () => {
    const store = memoryStore()
    const fault = new MarketDataError('down', { code: 'unavailable', source: 'provider', symbol: 'ACME' })
    const failing = { ...providerOf(statedOn(60, steady(80))), history: () => Promise.reject(fault) }
    await assert.rejects(refresh(failing, store, upTo(60)), fault)
    assert.equal(store.stored, null)
    await refresh(providerOf(statedOn(50, steady(80))), store, upTo(50))
    const { stored } = store
    await assert.rejects(refresh(failing, store, upTo(60)), fault)
    assert.equal(store.stored, stored)
  })

  test('damaged prices are not used but replaced, and the report says so', async () => {
    const store = { ...memoryStore(), read: () => Promise.reject(new StoreDamage('the file is cut')) }
    const { report } = await refresh(providerOf(statedOn(60, steady(80))), store, upTo(60))
    assert.equal(report.outcome, 'replaced')
    assert.equal(report.reason, 'the file is cut')
  })

  test('what the provider left out is among the suspicions', async () => {
    const zero = { kind: 'not-positive' as const, day: 30, message: 'close of 0' }
    const store = memoryStore()
    const first = await refresh(providerOf({ ...statedOn(50, steady(80)), leftOut: [zero] }), store, upTo(50))
    assert.deepEqual(first.report.suspicions, [zero])
    const second = await refresh(providerOf({ ...statedOn(60, steady(80)), leftOut: [{ ...zero, day: 55 }] }), store, upTo(60))
    assert.deepEqual(second.report.suspicions, [{ ...zero, day: 55 }])
  })

  test('suspicions are reported once, with the sessions that brought them', async () => {
    const made = { ...steady(80), closes: steady(80).closes.with(20, 1).with(55, 1) }
    const store = memoryStore()
    const first = await refresh(providerOf(statedOn(50, made)), store, upTo(50))
    assert.deepEqual([...new Set(first.report.suspicions.map(({ day }) => day))], [20, 21])
    const second = await refresh(providerOf(statedOn(60, made)), store, upTo(60))
    assert.deepEqual([...new Set(second.report.suspicions.map(({ day }) => day))], [55, 56])
    assert.equal(store.stored!.history.raw!.close[20], 1, 'never repaired')
  })
})
