import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  isDay,
  isOwnPath,
  isPersonal,
  onlyRead,
  runSearch,
  runsSearch,
  searchText,
  signInSearch,
  simulateSearch,
  unreadParts,
} from './paths.ts'

test('where to go on after signing in is a page of ours, or nothing', () => {
  assert.deepEqual(signInSearch({ next: '/simulations/12?range=1y#risk' }), { next: '/simulations/12?range=1y#risk' })
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '',
  ]) {
    assert.deepEqual(signInSearch({ next }), {}, next)
    assert.equal(isOwnPath(next), false, next)
  }
})

test('parts that cannot be read fall away, and defaults stay out', () => {
  assert.deepEqual(runSearch({ range: '1y', scale: 'log', view: 'pie', bench: 'off' }), {
    range: '1y',
    scale: 'log',
    bench: 'off',
  })
  assert.deepEqual(runSearch({ range: '2020-02-01..2020-06-30' }), { range: '2020-02-01..2020-06-30' })
  assert.deepEqual(runSearch({ range: '2020-06-30..2020-02-01' }), {})
  assert.deepEqual(runsSearch({ q: 2020, page: '0', status: 'done', from: 'yesterday' }), { q: '2020', status: 'done' })
  assert.deepEqual(
    [runSearch({ trades: '3' }), runSearch({ trades: '1' }), runSearch({ trades: 'all' })],
    [{ trades: 3 }, {}, {}],
  )
  assert.deepEqual(simulateSearch({ cmd: '' }), {})
})

test('runs and settings belong to an account; the ways in and around do not', () => {
  assert.deepEqual(
    ['/simulations', '/simulations/12', '/settings', '/', '/sign-in', '/about', '/simulations-of-others'].filter(isPersonal),
    ['/simulations', '/simulations/12', '/settings'],
  )
})

test('a part that was not read does not get through beside the others', () => {
  const covered = onlyRead(signInSearch)({ next: 'https://evil.example', why: 'expired', more: 1 })
  assert.deepEqual(covered, { next: undefined, why: 'expired', more: undefined })
})

test('a search is written without quotes, and read as it was written', () => {
  const search = { rolling: '6', q: 'a&b=c d', page: 2, tag: undefined }
  assert.equal(searchText.stringify(search), '?rolling=6&q=a%26b%3Dc+d&page=2')
  assert.deepEqual(searchText.parse(searchText.stringify(search)), { rolling: '6', q: 'a&b=c d', page: '2' })
  assert.equal(searchText.stringify({}), '')
})

test('a day is one of the calendar', () => {
  const days = ['2020-02-29', '2019-02-29', '2020-99-99', '2020-1-1', '']
  assert.deepEqual(days.filter(isDay), ['2020-02-29'])
  assert.deepEqual(runsSearch({ from: '2020-99-99', to: '2020-12-31' }), { to: '2020-12-31' })
})

test('a search for what no run can have in its name or tags is told, and everything is listed', () => {
  const nul = '\u0000'
  for (const part of [{ q: nul }, { q: '\ud800' }, { q: 'x'.repeat(201) }, { tag: `a${nul}` }, { tag: 'x'.repeat(41) }]) {
    assert.deepEqual(runsSearch({ ...part, status: 'done' }), { status: 'done' })
    assert.equal(unreadParts('/simulations', part).length, 1)
  }
  const longest = { q: 'x'.repeat(200), tag: 'é'.repeat(40) }
  assert.deepEqual(runsSearch(longest), longest)
  assert.deepEqual(unreadParts('/simulations', longest), [])
  assert.equal(unreadParts('/simulations', { q: 'x'.repeat(3000) })[0], `q=${'x'.repeat(60)}…`)
  assert.deepEqual(unreadParts('/simulations', { q: `a${nul}b` }), ['q=a\ufffdb'])
})

test('what a page does not have is told, and what it has or never had is not', () => {
  assert.deepEqual(unreadParts('/simulations/12', { view: 'pie', range: '2020-02-01..2019-01-01', scale: 'log', utm: 'x' }), [
    'range=2020-02-01..2019-01-01',
    'view=pie',
  ])
  assert.deepEqual(unreadParts('/simulations', { from: '2020-99-99', page: '1', q: 'oil', status: '' }), ['from=2020-99-99'])
  assert.deepEqual(unreadParts('/simulations/12', { trades: '1', months: 'all' }), ['months=all'])
  assert.deepEqual(unreadParts('/simulations/12', { trades: '0' }), ['trades=0'])
  assert.deepEqual(unreadParts('/', { cmd: 'x', view: 'pie' }), [])
})
