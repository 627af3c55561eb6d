import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate, parseIsoDate, tradingCalendar } from '@portofino/market'
import type { Anchor, CalendarPeriod } from '@portofino/strategy'
import { dueSessions } from './due-sessions.ts'
import type { DatedRule } from './due-sessions.ts'

const newYork = (from: string, to: string) => tradingCalendar('XNYS')!.sessions(parseIsoDate(from)!, parseIsoDate(to)!)
const at = (every: CalendarPeriod, anchor: Anchor = 'end'): DatedRule => ({ kind: 'calendar', every, anchor })

function dueDates(days: Int32Array, ...rules: DatedRule[]): string[] {
  const due = dueSessions(days, rules)
  return Array.from(
    days.filter((_, session) => due[session] === 1),
    isoDate,
  )
}

describe('dueSessions at the end of a period', () => {
  test('needs a next session in another period, so the last session of the run is none', () => {
    assert.deepEqual(dueDates(newYork('2020-01-02', '2020-03-31'), at('monthly')), ['2020-01-31', '2020-02-28'])
    assert.deepEqual(dueDates(newYork('2020-01-02', '2020-04-01'), at('monthly')), ['2020-01-31', '2020-02-28', '2020-03-31'])
  })

  test('is never the first session', () => {
    assert.deepEqual(dueDates(newYork('2020-01-31', '2020-03-04'), at('monthly')), ['2020-02-28'])
  })

  test('cuts weeks by ISO, whatever the year, quarters, half-years and years', () => {
    assert.deepEqual(dueDates(newYork('2020-12-23', '2021-01-11'), at('weekly')), ['2020-12-24', '2020-12-31', '2021-01-08'])
    const days = newYork('2020-02-03', '2021-07-06')
    assert.deepEqual(dueDates(days, at('quarterly')), [
      '2020-03-31',
      '2020-06-30',
      '2020-09-30',
      '2020-12-31',
      '2021-03-31',
      '2021-06-30',
    ])
    assert.deepEqual(dueDates(days, at('semiannual')), ['2020-06-30', '2020-12-31', '2021-06-30'])
    assert.deepEqual(dueDates(days, at('annual')), ['2020-12-31'])
  })
})

describe('dueSessions at the start of a period', () => {
  test('leaves out the first period and may be the last session of the run', () => {
    assert.deepEqual(dueDates(newYork('2020-01-02', '2020-03-02'), at('monthly', 'start')), ['2020-02-03', '2020-03-02'])
  })
})

describe('dueSessions at an ordinal', () => {
  test('counts sessions and leaves out the first period', () => {
    assert.deepEqual(dueDates(newYork('2020-01-02', '2020-03-03'), at('monthly', 2)), ['2020-02-04', '2020-03-03'])
  })

  test('takes the last session of a period with fewer, once that is known', () => {
    const days = newYork('2020-01-02', '2020-03-31')
    assert.deepEqual(dueDates(days, at('monthly', 20)), ['2020-02-28', '2020-03-27'])
    assert.deepEqual(dueDates(days, at('monthly', 23)), ['2020-02-28'])
  })
})

describe('dueSessions at a day of the week', () => {
  test('is the last session on or before it, and none where the week has none', () => {
    // 2020-02-17 was a Monday without trading, 2020-04-10 a Friday without.
    assert.deepEqual(dueDates(newYork('2020-02-12', '2020-02-28'), at('weekly', 'mon')), ['2020-02-24'])
    assert.deepEqual(dueDates(newYork('2020-04-01', '2020-04-16'), at('weekly', 'fri')), ['2020-04-03', '2020-04-09'])
  })

  test('is the last session of the run only on that very day', () => {
    assert.deepEqual(dueDates(newYork('2020-03-02', '2020-03-11'), at('weekly', 'wed')), ['2020-03-04', '2020-03-11'])
    assert.deepEqual(dueDates(newYork('2020-03-02', '2020-03-11'), at('weekly', 'thu')), ['2020-03-05'])
  })

  test('may lie in the first week, but not at its first session', () => {
    assert.deepEqual(dueDates(newYork('2020-03-03', '2020-03-09'), at('weekly', 'wed')), ['2020-03-04'])
    assert.deepEqual(dueDates(newYork('2020-03-04', '2020-03-09'), at('weekly', 'wed')), [])
  })
})

describe('dueSessions otherwise', () => {
  const days = newYork('2020-03-02', '2020-03-10')

  test('is every session but the first, the last one included', () => {
    assert.equal(dueDates(days, at('daily')).length, days.length - 1)
  })

  test('is every N-th session, counted from the first', () => {
    assert.deepEqual(dueDates(days, { kind: 'every', sessions: 3 }), ['2020-03-05', '2020-03-10'])
  })

  test('is due when any of several rules is', () => {
    const rules: DatedRule[] = [{ kind: 'every', sessions: 4 }, at('weekly')]
    assert.deepEqual(dueDates(days, ...rules), ['2020-03-06'])
    assert.deepEqual(dueDates(days, { kind: 'every', sessions: 3 }, at('weekly')), ['2020-03-05', '2020-03-06', '2020-03-10'])
    assert.deepEqual(dueDates(days), [])
  })

  test('is the same in a longer run, but for its own last session', () => {
    const longer = newYork('2020-03-02', '2021-03-10')
    const rules = [at('weekly'), at('monthly', 5), at('weekly', 'thu'), at('quarterly', 'start'), at('monthly', 40)]
    for (const rule of rules) {
      const whole = dueDates(longer, rule)
      for (let length = 2; length < 60; length++) {
        const shorter = longer.subarray(0, length)
        const before = isoDate(shorter.at(-1)!)
        const shared = (dates: string[]) => dates.filter((date) => date < before)
        assert.deepEqual(shared(dueDates(shorter, rule)), shared(whole))
      }
    }
  })
})
