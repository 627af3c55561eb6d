import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleResult } from '@portofino/contract'
import type { RunResult } from '../../../api/queries.ts'
import { keptStarts, runNotice } from './run-notice.ts'

function noticed(period: Partial<RunResult['period']>, rest: Partial<RunResult> = {}) {
  const result = {
    ...exampleResult,
    period: { ...exampleResult.period, ...period },
    ruin: null,
    data_version: '8849845acc02',
    ...rest,
  }
  const { phrases, ...notice } = runNotice(result)
  return {
    ...notice,
    text: phrases
      .map(({ text }) => text)
      .join('')
      .replaceAll('\u00A0', ' '),
  }
}

test('says what was asked for, what was run, and why they differ', () => {
  const { text, isClipped } = noticed({})
  assert.equal(
    text,
    'You asked for 1 Jan 2020 to 1 Jan 2023. The run covers 2 Jan 2020 to 28 Dec 2022, 754 sessions: the market was closed on 1 Jan 2020, ' +
      'and AAPL has no price after 28 Dec 2022 (W211). Sample prices, data 8849845a, engine 0.1.0.',
  )
  assert.equal(isClipped, false)
})

test('days without a session are named, first and last', () => {
  const start = noticed({ requested_from: '2005-01-01', from: '2005-01-03' })
  assert.match(start.text, /: the market was closed from 1 to 2 Jan 2005, and AAPL/)
  const end = noticed({ requested_from: '2020-01-02', requested_to: '2021-01-03', to: '2020-12-31', end_moved_by: null })
  assert.match(end.text, /: the market was closed from 1 to 3 Jan 2021\. Sample/)
  const years = noticed({ requested_from: '2010-12-30', from: '2011-01-03' })
  assert.match(years.text, /closed from 30 Dec 2010 to 2 Jan 2011, and/)
})

test('a period that was run as asked needs no reason', () => {
  const { text } = noticed({ requested_from: '2020-01-02', requested_to: '2022-12-28', end_moved_by: null })
  assert.equal(text, 'The run covers 2 Jan 2020 to 28 Dec 2022, 754 sessions. Sample prices, data 8849845a, engine 0.1.0.')
})

test('a late leg is named first', () => {
  const { text, isClipped } = noticed({ requested_from: '2000-03-01', from: '2004-08-19', start_moved_by: 'GOOG' })
  assert.equal(isClipped, true)
  assert.match(
    text,
    /^Starts 4 years and 171 days later than you asked\. You asked .* sessions: GOOG has no price before 19 Aug 2004 \(W210\), and/,
  )
})

test('a ruined run ends with its ruin', () => {
  const { text } = noticed({ end_moved_by: null }, { ruin: { date: '2022-12-28', shortfall: 4 } })
  assert.match(text, /closed on 1 Jan 2020, and nothing was left on 28 Dec 2022\./)
})

test('other notes keep their code; what the sentences say is not repeated', () => {
  const notes = [
    { code: 'W211', message: 'AAPL has no price after 2022-12-28' },
    { code: 'W212', message: 'AAPL: 3 missing prices carried forward' },
  ] as RunResult['notes']
  assert.deepEqual(noticed({}, { notes }).notes, [{ code: 'W212', message: 'AAPL: 3 missing prices carried forward' }])
})

test('a start can be kept, unless the command says already what happens', () => {
  assert.deepEqual(
    keptStarts('A-L-100% 2000 2010').map(({ command }) => command),
    ['A-L-100% 2000 2010 late=cash', 'A-L-100% 2000 2010 late=spread'],
  )
  assert.deepEqual(keptStarts('A-L-100% 2000 2010 late=clip'), [])
})
