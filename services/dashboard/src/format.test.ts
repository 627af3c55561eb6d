import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  clock,
  counted,
  day,
  dayAndTime,
  distance,
  fall,
  grouped,
  hiddenMoney,
  moment,
  percent,
  points,
  price,
  ratio,
  signedPercent,
  tone,
} from './format.ts'

test('fractions become percent, with a true minus sign and thousands apart', () => {
  assert.equal(percent(0.342_3), '34.23%')
  assert.equal(signedPercent(0.172_279_35), '+17.23%')
  assert.equal(signedPercent(-0.081), '−8.10%')
  assert.equal(signedPercent(12.345), '+1,234.50%')
  assert.equal(fall(0.302_5), '−30.25%')
  assert.equal(points(-0.030_2), '−3.02 pp')
  assert.deepEqual([distance(0.005), distance(0.001_25)], ['0.5 pp', '0.125 pp'])
})

test('zero has no sign, however small the number was', () => {
  assert.equal(signedPercent(-0.000_01), '0.00%')
  assert.equal(signedPercent(0), '0.00%')
  assert.equal(ratio(-0), '0.00')
  assert.equal(tone(-0.000_01), '')
})

test('what is not defined is a dash', () => {
  for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.deepEqual([percent(value), price(value), ratio(value), fall(value)], ['—', '—', '—', '—'])
  }
})

test('money has cents below a thousand', () => {
  assert.equal(price(160_766.52), '$160,767')
  assert.equal(price(73.354), '$73.35')
  assert.equal(price(0), '$0')
  assert.equal(price(-5_000, 'EUR'), '−€5,000')
  assert.equal(price(5, 'SEK'), 'SEK 5.00')
  assert.equal(grouped('1234567.8900'), '1,234,567.8900')
})

test('days and moments', () => {
  assert.equal(day('2020-01-02'), '2\u00A0Jan\u00A02020')
  assert.equal(moment('2026-11-21T13:01:00Z', 'Europe/Rome'), '21 Nov 2026, 14:01 CET')
  assert.deepEqual(dayAndTime('2026-11-21T23:30:00Z', 'Europe/Rome'), { day: '2026-11-22', time: '00:30' })
  assert.equal(clock(new Date('2026-11-21T23:30:07Z'), 'Europe/Rome'), '00:30:07')
  assert.equal(counted(1, 'run'), '1 run')
  assert.equal(counted(1200, 'leg'), '1,200 legs')
})

test('amounts hide where that is wished; prices and what is not defined do not', () => {
  assert.deepEqual([hiddenMoney(160_766.52), hiddenMoney(null), price(73.354)], ['•••', '—', '$73.35'])
})
