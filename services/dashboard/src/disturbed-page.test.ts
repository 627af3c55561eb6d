import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDisturbance, told } from './problems.ts'

test('what a translator does to a page is told in plain words, what fails otherwise in its own', () => {
  const fault = new DOMException("Failed to execute 'insertBefore' on 'Node'", 'NotFoundError')
  assert.ok(isDisturbance(fault))
  assert.match(told(fault).detail, /^The browser translates it/)
  assert.ok(!isDisturbance(new DOMException('Too long', 'TimeoutError')))
  assert.equal(told(new Error('The code did not arrive.')).detail, 'The code did not arrive.')
})
