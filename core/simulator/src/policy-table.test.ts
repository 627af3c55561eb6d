import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayNumber } from '@portofino/market'
import type { Instrument } from '@portofino/market'
import { parse } from '@portofino/strategy'
import type { PolicyFacts } from './policy-table/policy-facts.ts'
import { policyTable } from './policy-table.ts'
import type { Policy, RunPeriod, Trade } from './result.ts'
import type { SimulatedLeg, SimulatedRun } from './simulated-run.ts'

const days = Int32Array.of(dayNumber(2020, 1, 2), dayNumber(2020, 1, 3), dayNumber(2020, 1, 6))
const period: RunPeriod = {
  from: days[0]!,
  to: days[2]!,
  sessions: 3,
  requestedFrom: dayNumber(2020, 1, 1),
  requestedTo: dayNumber(2020, 1, 6),
  periodsPerYear: 252,
  startMovedBy: null,
  endMovedBy: null,
}

function instrument(symbol: string, returns: 'total' | 'price' = 'total'): Instrument {
  return { symbol, name: symbol, market: null, calendar: 'XNYS', currency: 'USD', returns, first: null, last: null }
}

function leg(symbol: string, listed = 0): SimulatedLeg {
  const weights = new Float64Array(3)
  return { instrument: instrument(symbol), side: 'L', target: 1, listed, settlement: null, closes: null, weights }
}

function facts(options: string, run: Partial<SimulatedRun> = {}): PolicyFacts {
  const { ast } = parse(`A-L-60% B-L-40% 2020-01-01 2020-01-06 ${options}`)
  const zeros = new Float64Array(3)
  const made: SimulatedRun = {
    portfolio: ast!.portfolios[0],
    period,
    status: 'ok',
    ruin: null,
    capital: 100_000,
    grid: 'weekdays',
    days,
    value: zeros,
    index: zeros,
    returns: new Float64Array(2),
    drawdown: zeros,
    cash: zeros,
    exposure: { gross: zeros, net: zeros, cash: zeros },
    riskFree: 0,
    benchmark: null,
    legs: [leg('A'), leg('B')],
    carried: [],
    delistings: [],
    tradedShare: 0,
    ...run,
  }
  return { run: made, trades: [] }
}

function policy(id: string, given: PolicyFacts): Omit<Policy, 'id'> {
  const { id: _, ...rest } = policyTable(given).find((row) => row.id === id)!
  return rest
}

function trade(day: number, cost: number): Trade {
  return { day, leg: 0, units: 1, price: 1, value: 1, cost }
}

describe('policyTable', () => {
  test('lists every policy in a fixed order, whatever is written', () => {
    const ids =
      'rebalance cost slip bench capital rf cash gross norm late borrow margin dead missing price ccy early_end unknown_symbol grid annualization ruin'
    assert.equal(
      policyTable(facts(''))
        .map(({ id }) => id)
        .join(' '),
      ids,
    )
    assert.equal(
      policyTable(facts('margin=5% rebalance=daily'))
        .map(({ id }) => id)
        .join(' '),
      ids,
    )
  })

  test('has the defaults of the language where nothing is written', () => {
    const table = policyTable(facts(''))
    assert.ok(table.every(({ isDefault }) => isDefault))
    assert.equal(
      table.map(({ id, value }) => `${id}=${value}`).join(' '),
      'rebalance=never cost=0 slip=0 bench=none capital=100000 rf=0% cash=0% gross=100% norm=off late=clip borrow=0% margin=0% ' +
        'dead=cash missing=ffill(5) price=adj ccy=USD early_end=clip unknown_symbol=error grid=weekdays annualization=252 ruin=stop',
    )
  })

  test('prints a written option as the language does', () => {
    const given = facts('rebalance=band(5%)+annual@end cost=$1+5bps late=cash', {})
    assert.equal(policy('rebalance', given).value, 'annual+band(5%)')
    assert.equal(policy('cost', given).value, '5bps+$1')
    assert.deepEqual([policy('late', given).value, policy('late', given).isDefault], ['cash', false])
  })

  test('reads back: each option of the table is one of the language', () => {
    const table = policyTable(
      facts('rebalance=weekly@wed cost=0.1% slip=2bps bench=(X-L-50% Y-L-50%) rf=2% cash=rest,rf+1% late=spread'),
    )
    const written = table.filter(({ isDefault }) => !isDefault).map(({ id, value }) => `${id}=${value}`)
    assert.equal(written.length, 7)
    assert.deepEqual(parse(`A-L-60% B-L-40% 2020-01-01 2020-01-06 ${written.join(' ')}`).diagnostics, [])
  })

  test('tells what was traded and paid', () => {
    const trades = [trade(days[0]!, 3), trade(days[1]!, 1.5), trade(days[1]!, 0.25)]
    const given = { ...facts('rebalance=daily cost=5bps slip=1bps'), trades }
    assert.equal(
      policy('rebalance', given).meaning,
      'All legs go back to target every session; after the first purchase, 1 session had trades.',
    )
    assert.equal(policy('cost', given).meaning, '3 trades paid 5bps: 4.75 USD in all, slippage included.')
    assert.equal(policy('slip', given).meaning, 'Trades were filled 1bps worse than the close, counted among the costs.')
  })

  test('does not call legs left alone that traded for a late one', () => {
    assert.equal(policy('rebalance', facts('')).meaning, 'The legs were bought once and left alone.')
    const joined = { ...facts('late=cash'), trades: [trade(days[0]!, 0), trade(days[1]!, 0)] }
    const told = 'The legs were bought and left alone, but for 1 session on which a late leg joined them.'
    assert.equal(policy('rebalance', joined).meaning, told)
  })

  test('says what a basket earns and pays', () => {
    const like = 'like the portfolio: with the same interest and borrowing fees, but no trading costs.'
    const basket = 'bench=(X-L-50% Y-L-50%)'
    const compared = 'The run is compared with (X-L-50% Y-L-50%)'
    assert.equal(policy('bench', facts(basket)).meaning, `${compared}, left alone ${like}`)
    assert.equal(policy('bench', facts(`${basket} rebalance=daily`)).meaning, `${compared}, rebalanced ${like}`)
  })

  test('counts slippage where nothing else was paid', () => {
    const given = { ...facts('slip=1bps'), trades: [trade(days[0]!, 3)] }
    assert.equal(policy('cost', given).meaning, 'No fees were paid.')
    assert.equal(policy('slip', given).meaning, 'Trades were filled 1bps worse than the close, which cost 3 USD in all.')
  })

  test('tells who moved the period', () => {
    const given = facts('', { period: { ...period, startMovedBy: 'B', endMovedBy: 'A' } })
    assert.equal(policy('late', given).meaning, 'The run starts on 2020-01-02, before which B has no price.')
    assert.equal(policy('early_end', given).meaning, 'The run ends on 2020-01-06, after which A has no price.')
    const ruined = facts('', { period: { ...period, endMovedBy: 'A' }, ruin: { day: days[1]!, shortfall: 0 } })
    assert.equal(policy('early_end', ruined).meaning, 'The run ended before its prices.')
  })

  test('tells where the weight of a late leg was', () => {
    const legs = [leg('A'), leg('B', 1)]
    assert.equal(policy('late', facts('late=cash', { legs })).meaning, 'Until its first price, the weight of B was cash.')
    assert.equal(
      policy('late', facts('late=spread', { legs })).meaning,
      'Until its first price, the weight of B went to the other legs.',
    )
  })

  test('tells of delistings, carried prices, ruin and closes without dividends', () => {
    const delisting = { type: 'delisting' as const, day: days[1]!, return: -0.125 }
    const ruined = facts('bench=^I', {
      ruin: { day: days[2]!, shortfall: 5 },
      delistings: [{ symbol: 'B', isLeg: true, delisting }],
      carried: [{ symbol: 'A', sessions: 2 }],
      benchmark: {
        label: '^I',
        instruments: [instrument('^I', 'price')],
        settlement: null,
        index: new Float64Array(3),
        drawdown: new Float64Array(3),
      },
    })
    assert.equal(
      policy('dead', ruined).meaning,
      'B stopped trading on 2020-01-03; a session later its units became cash, 12.5% below the last close.',
    )
    assert.equal(policy('missing', ruined).meaning, 'Missing prices were carried forward: 2 of A.')
    assert.equal(policy('ruin', ruined).meaning, 'The value fell to zero on 2020-01-06, and the run stopped there.')
    assert.match(policy('price', ruined).meaning, /those of \^I are without dividends/)
    assert.equal(policy('bench', ruined).meaning, 'The run is compared with ^I, matched by date.')
  })

  test('tells what cash earned and cost', () => {
    assert.equal(policy('cash', facts('')).meaning, 'Cash earns nothing.')
    assert.equal(policy('cash', facts('cash=rest,2%')).meaning, 'Whatever the legs leave is cash; it earns 2% a year.')
    assert.equal(policy('margin', facts('margin=rf+1.5%')).meaning, 'Borrowing cash costs the risk-free rate plus 1.5%.')
    assert.equal(
      policy('borrow', facts('borrow=rf-0.5%')).meaning,
      'Borrowing shares to sell them short costs the risk-free rate less 0.5%.',
    )
  })
})
