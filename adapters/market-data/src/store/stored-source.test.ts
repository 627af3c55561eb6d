import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate, type Day, type Instrument, type PriceHistory } from '@portofino/market'
import { historyVersion } from '../history-content.ts'
import { listedSource } from '../listed-source.ts'
import { MarketDataError } from '../market-data-error.ts'
import type { PriceStore, StoredHistory } from './price-store.ts'
import type { RefreshReport } from './refresh.ts'
import { StoreDamage } from './store-damage.ts'
import { storedSource } from './stored-source.ts'

const dayMs = 86_400_000

function instrumentOf(symbol: string): Instrument {
  return { symbol, name: symbol, market: 'XLON', calendar: null, currency: 'GBP', returns: 'total', first: null, last: null }
}

function historyOf(instrument: Instrument, asked: Day): PriceHistory {
  const days = Int32Array.from({ length: asked + 1 }, (_, t) => t)
  const content = { instrument, adjusted: { days, closes: Float64Array.from(days, (day) => 100 + day) }, raw: null, actions: [] }
  return { ...content, source: 'provider', asOf: new Date(asked * dayMs + 1).toISOString(), version: historyVersion(content) }
}

function memoryStore(): PriceStore & { entries: Map<string, StoredHistory> } {
  const entries = new Map<string, StoredHistory>()
  return {
    entries,
    read: async ({ symbol }) => entries.get(symbol) ?? null,
    write: async (stored) => void entries.set(stored.history.instrument.symbol, stored),
    pointers: async (symbols) =>
      [...entries.values()]
        .map(({ history: { instrument, version, asOf }, from, to }) => ({ instrument, version, asOf, from, to }))
        .filter(({ instrument }) => symbols?.includes(instrument.symbol) ?? true),
  }
}

/** A provider that trades every day, a clock, and what was asked. */
function scene({ store }: { store: PriceStore } = { store: memoryStore() }) {
  const listed = [instrumentOf('ACME'), instrumentOf('EMCA')]
  const state = { today: 50, ms: 0, asked: 0, looked: 0, fault: null as Error | null, reports: [] as RefreshReport[] }
  const provider = listedSource({
    name: 'provider',
    otherSources: '',
    instruments: listed,
    load: async (instrument) => {
      state.asked++
      if (state.fault !== null) throw state.fault
      return historyOf(instrument, state.today)
    },
  })
  const catalog: typeof provider.catalog = async (symbols) => {
    state.looked += symbols.length
    return provider.catalog(symbols)
  }
  const source = storedSource(
    { ...provider, catalog },
    {
      store,
      otherSources: 'Use another.',
      now: () => state.today * dayMs + 1 + state.ms,
      onRefresh: (report) => state.reports.push(report),
    },
  )
  return { source, state, acme: listed[0]! }
}

describe('storedSource', () => {
  test('asks once for all that there is, then answers from the store', async () => {
    const { source, state, acme } = scene()
    const first = await source.history({ instrument: acme, from: 10, to: 20 })
    assert.deepEqual([first.adjusted.days[0], first.adjusted.days.at(-1)], [10, 20])
    const second = await source.history({ instrument: acme, from: 5, to: 49 })
    assert.equal(second.adjusted.days.length, 45)
    assert.equal(second.version, first.version)
    assert.equal(state.asked, 1)
    assert.deepEqual(
      state.reports.map(({ outcome }) => outcome),
      ['first'],
    )
  })

  test('asks again for a session that may have been going on, but not within ten minutes', async () => {
    const { source, state, acme } = scene()
    await source.history({ instrument: acme, from: 0, to: 50 })
    state.ms = 599_000
    await source.history({ instrument: acme, from: 0, to: 50 })
    assert.equal(state.asked, 1)
    state.ms = 601_000
    await source.history({ instrument: acme, from: 0, to: 50 })
    assert.equal(state.asked, 2)
  })

  test('asks again when the clock was ahead, and again when it was put back', async () => {
    const { source, state, acme } = scene()
    state.today = 50 + 3650
    await source.history({ instrument: acme, from: 0, to: 40 })
    state.today = 50
    const { adjusted } = await source.history({ instrument: acme, from: 0, to: 60 })
    assert.equal(adjusted.days.at(-1), 50)
    assert.equal(state.reports.at(-1)?.outcome, 'replaced')
    assert.match(state.reports.at(-1)!.reason!, /fetched when the clock said 1980-02-18, which is still to come/)
    const { asked } = state
    await source.history({ instrument: acme, from: 0, to: 49 })
    assert.equal(state.asked, asked)
  })

  test('asks again when the clock was some minutes ahead', async () => {
    const { source, state, acme } = scene()
    await source.history({ instrument: acme, from: 0, to: 49 })
    state.ms = -300_000
    await source.history({ instrument: acme, from: 0, to: 49 })
    assert.equal(state.asked, 2)
  })

  test('extends when later days are wanted', async () => {
    const { source, state, acme } = scene()
    await source.history({ instrument: acme, from: 0, to: 50 })
    state.today = 60
    const { adjusted } = await source.history({ instrument: acme, from: 0, to: 60 })
    assert.equal(adjusted.days.at(-1), 60)
    assert.equal(state.reports.at(-1)?.outcome, 'extended')
  })

  test('names provider, fault and what was kept when the provider fails, and keeps it', async () => {
    const store = memoryStore()
    const { source, state, acme } = scene({ store })
    await source.history({ instrument: acme, from: 0, to: 50 })
    const kept = store.entries.get('ACME')
    state.today = 60
    state.fault = new MarketDataError('provider asks for patience', {
      code: 'rate_limited',
      source: 'provider',
      symbol: 'ACME',
      retryAfterMs: 5000,
    })
    await assert.rejects(source.history({ instrument: acme, from: 0, to: 60 }), (fault) => {
      assert.ok(fault instanceof MarketDataError)
      assert.deepEqual([fault.code, fault.source, fault.symbol, fault.retryAfterMs], ['rate_limited', 'provider', 'ACME', 5000])
      const expected = `provider asks for patience; the stored prices of ACME from ${isoDate(0)} to ${isoDate(50)} were kept`
      assert.equal(fault.message, expected)
      return true
    })
    assert.equal(store.entries.get('ACME'), kept)
    assert.equal((await source.history({ instrument: acme, from: 0, to: 40 })).adjusted.days.length, 41, 'still answers')
    const emca = instrumentOf('EMCA')
    await assert.rejects(source.history({ instrument: emca, from: 0, to: 40 }), /no prices of EMCA were stored before/)
  })

  test('a disk that cannot be written is a fault of its own', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })
    const { source, acme } = scene({ store: { ...memoryStore(), write: () => Promise.reject(full) } })
    await assert.rejects(source.history({ instrument: acme, from: 0, to: 40 }), (fault) => {
      assert.ok(fault instanceof MarketDataError)
      assert.match(
        fault.message,
        /prices of ACME from provider cannot be stored \(ENOSPC.*make room or choose another data folder/,
      )
      return true
    })
  })

  test('replaces damaged prices and reports it', async () => {
    const store = { ...memoryStore(), read: () => Promise.reject(new StoreDamage('the file is cut')) }
    const { source, state, acme } = scene({ store })
    const { adjusted } = await source.history({ instrument: acme, from: 0, to: 40 })
    assert.equal(adjusted.days.length, 41)
    assert.equal(state.reports[0]?.reason, 'the file is cut')
    state.fault = new MarketDataError('down', { code: 'unavailable', source: 'provider', symbol: 'ACME' })
    await assert.rejects(
      source.history({ instrument: acme, from: 0, to: 40 }),
      /down; the stored prices of ACME cannot be used: the file is cut/,
    )
  })

  test('asks the provider only about symbols that are not stored', async () => {
    const { source, state, acme } = scene()
    await source.history({ instrument: acme, from: 0, to: 50 })
    const known = await source.catalog(['acme'])
    assert.equal(state.looked, 0)
    assert.deepEqual([known.find('ACME')[0]?.first, known.find('ACME')[0]?.last], [0, 50])
    const both = await source.catalog(['ACME', 'EMCA'])
    assert.equal(state.looked, 1)
    assert.equal(both.find('emca').length, 1)
    assert.equal(both.otherSources, 'Use another.')
  })

  test('gives the sessions of a market from all its stored series', async () => {
    const { source, state, acme } = scene()
    assert.equal((await source.sessions('XLON', { from: 48, to: 99 })).length, 0)
    await source.history({ instrument: acme, from: 30, to: 40 })
    assert.deepEqual([...(await source.sessions('XLON', { from: 48, to: 99 }))], [48, 49, 50])
    state.today = 51
    await source.history({ instrument: instrumentOf('EMCA'), from: 29, to: 40 })
    assert.deepEqual([...(await source.sessions('XLON', { from: 48, to: 99 }))], [48, 49, 50, 51])
    assert.equal((await source.sessions('XPAR', { from: 0, to: 99 })).length, 0)
  })
})
