import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectionOf } from './connection-state.ts'
import type { Connection, ConnectionFacts } from './connection-state.ts'

const lastAnswer = new Date('2026-01-02T03:04:05Z')
const live: Connection = { kind: 'live' }
const polling: Connection = { kind: 'polling', lastHeard: null }
const reconnecting: Connection = { kind: 'reconnecting', attempt: 2, lastHeard: null }
const facts = (given: Partial<ConnectionFacts>): ConnectionFacts => ({
  isOnline: true,
  followers: [],
  unanswered: 0,
  lastAnswer,
  ...given,
})

test('without a network nothing else counts', () => {
  assert.deepEqual(connectionOf(facts({ isOnline: false, followers: [live] })), { kind: 'offline' })
})

test('of several that are followed, the worst shows, whichever spoke last', () => {
  assert.deepEqual(connectionOf(facts({ followers: [live, reconnecting, polling] })), reconnecting)
  assert.deepEqual(connectionOf(facts({ followers: [polling, live] })), polling)
  assert.deepEqual(connectionOf(facts({ followers: [live], unanswered: 1 })), live)
})

test('where nothing is followed, calls tell', () => {
  assert.deepEqual(connectionOf(facts({})), live)
  assert.deepEqual(connectionOf(facts({ unanswered: 3 })), { kind: 'reconnecting', attempt: 3, lastHeard: lastAnswer })
})
