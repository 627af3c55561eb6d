import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Instrument, PriceHistory } from '@portofino/market'
import { listedSource } from './listed-source.ts'
import { loadPrices } from './load-prices.ts'

function instrument(symbol: string, listing: Partial<Instrument> = {}): Instrument {
  const calendar = 'XNYS'
  return {
    symbol,
    name: symbol,
    market: 'XNYS',
    calendar,
    currency: 'USD',
    returns: 'total',
    first: null,
    last: null,
    ...listing,
  }
}

function historyOf(listed: Instrument, version = `version of ${listed.symbol}`): PriceHistory {
  const adjusted = { days: Int32Array.of(100, 101, 200, 300), closes: Float64Array.of(1, 2, 3, 4) }
  return {
    instrument: listed,
    adjusted,
    raw: null,
    actions: [],
    source: 'test',
    asOf: `2020-01-0${listed.symbol.length}`,
    version,
  }
}

const sourceOf = (instruments: Instrument[], load = async (listed: Instrument) => historyOf(listed)) =>
  listedSource({ name: 'test', otherSources: '', instruments, load })
const keyed = (instruments: Instrument[]) => new Map(instruments.map((listed) => [listed.symbol, listed]))
const many = Array.from({ length: 30 }, (_, k) => instrument(`S${k}`))
const period = { from: 200, to: 250 }
/** Within the known calendar. */
const recent = { from: 18_000, to: 19_000 }

describe('loadPrices', () => {
  test('gives all prices up to the end of the period, however long before its start, in the given order', async () => {
    const { histories } = await loadPrices(sourceOf(many), keyed(many), period)
    assert.deepEqual([...histories.keys()], [...keyed(many).keys()])
    assert.deepEqual([...histories.get('S7')!.adjusted.days], [100, 101, 200])
  })

  test('names the data by SHA-256 over the sorted symbols and versions, with the oldest time', async () => {
    const { data } = await loadPrices(sourceOf(many), keyed([instrument('S10'), instrument('S2')]), period)
    // printf 'S10 version of S10\nS2 version of S2' | sha256sum
    const version = '9042f26511ff268b0e3d47cbe568a60b767b78e374b77a539667295b9200ed18'
    assert.deepEqual(data, { version, source: 'test', asOf: '2020-01-02' })
  })

  test('gives the sessions of markets without a calendar, or from before it is known', async () => {
    const unknown = instrument('U', { market: 'XLON', calendar: null })
    const second = instrument('V', { market: 'XLON', calendar: null })
    const index = instrument('^I', { market: null, calendar: null })
    const source = sourceOf([unknown, second, index, instrument('S1')])
    const { marketSessions } = await loadPrices(source, keyed([unknown, index]), period)
    assert.deepEqual([...marketSessions.keys()], ['XLON'])
    assert.deepEqual([...marketSessions.get('XLON')!], [200])
    const old = await loadPrices(source, keyed([instrument('S1')]), period)
    assert.deepEqual([...old.marketSessions.keys()], ['XNYS'], '1970 is before the calendar of New York is known')
    assert.equal((await loadPrices(source, keyed([instrument('S1')]), recent)).marketSessions.size, 0)
  })

  test('tells progress after each', async () => {
    const steps: number[] = []
    await loadPrices(sourceOf(many), keyed(many), { ...period, onProgress: (loaded, total) => steps.push(loaded / total) })
    assert.equal(steps.length, 30)
    assert.equal(steps.at(-1), 1)
  })

  test('asks for at most four at once', async () => {
    let [running, most] = [0, 0]
    const source = sourceOf(many, async (listed) => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      return historyOf(listed)
    })
    await loadPrices(source, keyed(many), recent)
    assert.equal(most, 4)
  })

  test('stops at the first fault and asks for nothing more', async () => {
    let asked = 0
    const source = sourceOf(many, async (listed) => {
      asked++
      await new Promise((resolve) => setImmediate(resolve))
      if (listed.symbol === 'S1') throw new Error('no S1 today')
      return historyOf(listed)
    })
    await assert.rejects(loadPrices(source, keyed(many), recent), /no S1 today/)
    await new Promise((resolve) => setImmediate(resolve))
    assert.ok(asked < 10, `asked ${asked} times`)
  })

  test('ends with the reason of the signal', async () => {
    const stop = new AbortController()
    const source = sourceOf(many, async (listed) => {
      if (listed.symbol === 'S6') stop.abort(new Error('enough'))
      return historyOf(listed)
    })
    await assert.rejects(loadPrices(source, keyed(many), { ...period, signal: stop.signal }), /enough/)
    await assert.rejects(loadPrices(source, new Map(), { ...period, signal: stop.signal }), /enough/)
  })
})
