import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrivalLine } from './arrival-line.ts'
import type { ArrivalFacts } from './arrival-line.ts'

const facts: ArrivalFacts = { who: 'nobody', next: '/', mode: 'sign-in', options: { first_account: false }, why: undefined }

test('an ended session names the page to go back to', () => {
  assert.match(
    arrivalLine({ ...facts, why: 'expired', next: '/simulations/7?range=1y' }) ?? '',
    /back to \/simulations\/7\?range=1y\.$/,
  )
  assert.match(arrivalLine({ ...facts, next: '/settings' }) ?? '', /on to \/settings\.$/)
})

test('nothing is said where nothing needs to be', () => {
  assert.equal(arrivalLine(facts), null)
  assert.equal(arrivalLine({ ...facts, mode: 'create' }), null)
})

test('guests learn what becomes of their runs; the first account what it becomes', () => {
  assert.match(arrivalLine({ ...facts, who: 'guest', mode: 'create' }) ?? '', /stay yours/)
  assert.match(arrivalLine({ ...facts, who: 'guest' }) ?? '', /does not take your runs/)
  assert.match(arrivalLine({ ...facts, mode: 'create', options: { first_account: true } }) ?? '', /operator/)
})
