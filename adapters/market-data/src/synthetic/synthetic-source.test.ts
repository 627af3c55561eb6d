import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Day, PriceHistory } from '@portofino/market'
import { dayNumber, isoDate, parseIsoDate, suspicions, tradingCalendar, weekday } from '@portofino/market'
import { openMarketData } from '../open-source.ts'
import type { SyntheticOptions } from './synthetic-source.ts'
import { syntheticSource } from './synthetic-source.ts'

const ever = { from: dayNumber(2000, 1, 1), to: dayNumber(2030, 1, 1) }
const day = (text: string): Day => parseIsoDate(text)!

async function historyOf(symbol: string, options: Partial<SyntheticOptions> = {}): Promise<PriceHistory> {
  const source = syntheticSource({ otherSources: 'There is no other.', ...options })
  const [instrument] = await source.describe(symbol)
  assert.ok(instrument !== undefined, symbol)
  return source.history({ instrument, ...ever })
}

/** Close of the day divided by that of the session before. */
function growthOn(date: string, { days, closes }: { days: Int32Array; closes: Float64Array }): number {
  const t = days.indexOf(day(date))
  return closes[t]! / closes[t - 1]!
}
const rawCloses = ({ raw }: PriceHistory): { days: Int32Array; closes: Float64Array } => ({ days: raw!.days, closes: raw!.close })

describe('the synthetic market', () => {
  test('is the same for the same seed, another for another', async () => {
    const [one, again, other] = [
      await historyOf('STEADY'),
      await historyOf('STEADY', { seed: 1 }),
      await historyOf('STEADY', { seed: 2 }),
    ]
    assert.deepEqual(again, one)
    assert.notEqual(other.version, one.version)
    // Written down once, so that a change of the numbers is seen: they are equal on every platform.
    assert.equal(one.raw!.close.at(-1), 38.53)
    assert.equal((await historyOf('COIN-USD')).raw!.close.at(-1), 1133.36)
  })

  test('is opened by name, with or without a seed', async () => {
    const options = { storeFolder: '/nowhere', otherSources: 'There is no other.' }
    for (const [spec, seed] of [
      ['synthetic', 1],
      ['synthetic:7', 7],
    ] as const) {
      const source = await openMarketData(spec, options)
      const [instrument] = await source.describe('STEADY')
      const { version } = await source.history({ instrument: instrument!, ...ever })
      assert.equal(version, (await historyOf('STEADY', { seed })).version)
    }
    await assert.rejects(openMarketData('synthetic:4294967296', options), { code: 'not_found' })
    for (const spec of ['synthetic:', 'synthetic:x', 'synthetic:-1']) {
      await assert.rejects(openMarketData(spec, options), RangeError)
    }
  })

  test('only adds as days pass', async () => {
    const [whole, until2013] = [await historyOf('SPLIT'), await historyOf('SPLIT', { today: dayNumber(2013, 12, 31) })]
    const rows = until2013.raw!.days.length
    assert.equal(isoDate(until2013.raw!.days[rows - 1]!), '2013-12-31')
    assert.deepEqual(whole.raw!.close.slice(0, rows), until2013.raw!.close)
    assert.ok(until2013.actions.every(({ type }) => type === 'dividend'))
  })

  test('knows no other seed than a whole number of 32 bits', () => {
    for (const seed of [-1, 1.5, 2 ** 32, Number.NaN])
      assert.throws(() => syntheticSource({ otherSources: '', seed }), RangeError)
  })

  test('splits 4 for 1 and 1 for 10, without a step in the total return', async () => {
    const split = await historyOf('SPLIT')
    assert.ok(Math.abs(growthOn('2014-06-09', rawCloses(split)) - 0.25) < 0.025)
    assert.ok(Math.abs(growthOn('2020-08-31', rawCloses(split)) - 10) < 1)
    for (const date of ['2014-06-09', '2020-08-31']) assert.ok(Math.abs(growthOn(date, split.adjusted) - 1) < 0.06)
  })

  test('pays a special dividend', async () => {
    const special = await historyOf('SPECIAL')
    const t = special.raw!.days.indexOf(day('2013-12-09'))
    const before = special.raw!.close[t - 1]!
    assert.ok(growthOn('2013-12-09', rawCloses(special)) < 1 - 10 / before + 0.06)
    assert.ok(Math.abs(growthOn('2013-12-09', special.adjusted) - 1) < 0.06)
  })

  test('lists late, delists at a loss, and pays quarterly', async () => {
    assert.equal(isoDate((await historyOf('LATE')).instrument.first!), '2016-05-16')
    const gone = await historyOf('GONE')
    assert.deepEqual(gone.actions, [{ type: 'delisting', day: day('2019-03-29'), return: -0.6 }])
    assert.equal(gone.raw!.days.at(-1), day('2019-03-29'))
    assert.equal((await historyOf('STEADY')).actions.length, 15 * 4)
  })

  test('has its former name before the rename', async () => {
    const source = syntheticSource({ otherSources: '', today: day('2018-05-31') })
    assert.equal((await source.describe('RENAMED')).length, 0)
    assert.equal((await source.describe('OLDNAME')).length, 1)
    assert.deepEqual((await historyOf('RENAMED')).actions, [{ type: 'rename', day: day('2018-06-01'), symbol: 'RENAMED' }])
  })

  test('does not know what is not listed yet', async () => {
    assert.deepEqual(await syntheticSource({ otherSources: '', today: day('2016-05-13') }).describe('LATE'), [])
  })

  test('halts for a week and misses a close, without a trace in the prices around', async () => {
    const open = tradingCalendar('XNYS')!.sessions(day('2010-01-04'), day('2024-12-31'))
    for (const [symbol, without] of [
      ['HALTED', ['2018-11-05', '2018-11-06', '2018-11-07', '2018-11-08', '2018-11-09']],
      ['MISSING', ['2016-03-09']],
    ] as const) {
      const { days } = (await historyOf(symbol)).raw!
      const missing = Array.from(open).filter((session) => !days.includes(session))
      assert.deepEqual(missing.map(isoDate), without)
    }
  })

  test('makes a hundredfold error that suspicions find, and nothing else suspicious', async () => {
    const { raw, actions } = await historyOf('HUNDRED')
    const found = suspicions({ days: raw!.days, closes: raw!.close }, actions)
    assert.deepEqual(
      found.map((each) => isoDate(each.day)),
      ['2017-08-15', '2017-08-16'],
    )
    for (const symbol of ['STEADY', 'SPLIT', 'SPECIAL', 'COIN-USD']) {
      const history = await historyOf(symbol)
      assert.deepEqual(suspicions({ days: history.raw!.days, closes: history.raw!.close }, history.actions), [], symbol)
    }
  })

  test('trades coins on weekends and keeps London’s own sessions', async () => {
    const coin = (await historyOf('COIN-USD')).raw!.days
    assert.ok(coin.some((each) => weekday(each) === 6))
    const source = syntheticSource({ otherSources: '' })
    const london = await source.sessions('XLON', { from: day('2015-12-21'), to: day('2016-01-05') })
    const dates = Array.from(london, isoDate)
    assert.ok(!dates.includes('2015-12-25') && !dates.includes('2016-01-01') && dates.includes('2016-01-04'))
    const easter = await source.sessions('XLON', { from: day('2024-03-28'), to: day('2024-04-02') })
    assert.deepEqual(Array.from(easter, isoDate), ['2024-03-28', '2024-04-02'])
    const holidays = await source.sessions('XLON', { from: day('2024-05-06'), to: day('2024-05-06') })
    assert.equal(holidays.length, 0)
  })

  test('says what it is', async () => {
    const source = syntheticSource({ otherSources: 'There is no other.' })
    assert.equal(source.name, 'synthetic')
    const catalog = await source.catalog([])
    for (const instrument of catalog.instruments()) {
      const history = await source.history({ instrument, ...ever })
      assert.equal(history.raw!.days[0], instrument.first)
      assert.equal(history.raw!.days.at(-1), instrument.last)
      const { open, high, low, close } = history.raw!
      for (const [t, price] of close.entries())
        assert.ok(low[t]! <= Math.min(open[t]!, price) && Math.max(open[t]!, price) <= high[t]!)
    }
  })
})
