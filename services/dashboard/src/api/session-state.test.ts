import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isAnother, sessionAfter, unknownSession } from './session-state.ts'
import type { SessionEvent, SessionFacts, SessionState } from './session-state.ts'

const first = { value: 'first', endsAt: 900 }
const second = { value: 'second', endsAt: 1800 }
const ann: SessionEvent = { kind: 'accepted', token: first, person: '1' }
const again: SessionEvent = { kind: 'accepted', token: second, person: '1' }
const bob: SessionEvent = { kind: 'accepted', token: second, person: '2' }
const [refused, notFound, left, abandoned] = (['refused', 'not-found', 'left', 'abandoned'] as const).map((kind) => ({ kind }))

function after(...events: (SessionEvent | undefined)[]): SessionFacts {
  return events.reduce<SessionFacts>((facts, event) => sessionAfter(facts, event!), unknownSession)
}

describe('each event in each state', () => {
  const states = {
    unknown: [],
    'signed-out': [notFound],
    'signed-in': [ann],
    expired: [ann, refused],
  } as const
  const table: [SessionEvent, Record<SessionState, SessionState>][] = [
    [ann, { unknown: 'signed-in', 'signed-out': 'signed-in', 'signed-in': 'signed-in', expired: 'signed-in' }],
    [refused!, { unknown: 'signed-out', 'signed-out': 'signed-out', 'signed-in': 'expired', expired: 'expired' }],
    [notFound!, { unknown: 'signed-out', 'signed-out': 'signed-out', 'signed-in': 'signed-in', expired: 'expired' }],
    [left!, { unknown: 'signed-out', 'signed-out': 'signed-out', 'signed-in': 'signed-out', expired: 'signed-out' }],
    [abandoned!, { unknown: 'unknown', 'signed-out': 'signed-out', 'signed-in': 'signed-in', expired: 'signed-out' }],
    [
      { kind: 'token-refused', token: first },
      { unknown: 'unknown', 'signed-out': 'signed-out', 'signed-in': 'signed-in', expired: 'expired' },
    ],
  ]
  for (const [event, outcomes] of table) {
    for (const [state, outcome] of Object.entries(outcomes)) {
      test(`${event.kind} while ${state}: ${outcome}`, () => {
        const facts = after(...states[state as SessionState], event)
        assert.equal(facts.state, outcome)
        if (outcome !== 'signed-in') assert.equal(facts.token, null)
      })
    }
  }
})

describe('tokens', () => {
  test('the one that was refused is dropped, once', () => {
    assert.equal(after(ann, { kind: 'token-refused', token: first }).token, null)
  })

  test('a late refusal of an old one leaves the new one', () => {
    assert.equal(after(ann, again, { kind: 'token-refused', token: first }).token, second)
  })
})

describe('people', () => {
  test('an expired session remembers whose it was, until that person leaves', () => {
    assert.equal(after(ann, refused).person, '1')
    assert.equal(after(ann, refused, abandoned).person, '1')
    assert.equal(after(ann, left).person, null)
  })

  test('another is whoever comes while or after somebody else was here', () => {
    const before = after(ann)
    assert.ok(isAnother(before.person, sessionAfter(before, bob).person))
    assert.ok(!isAnother(before.person, sessionAfter(before, again).person))
    assert.ok(isAnother(after(ann, refused, abandoned).person, after(bob).person))
    assert.ok(!isAnother(null, '1'))
    assert.ok(!isAnother('1', null))
  })

  test('leaving is counted, losing a session is not', () => {
    assert.equal(after(ann, refused, ann, left, ann, left).departures, 2)
  })
})
