import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { documentOutcome } from '@portofino/optimizer'
import { documentsOf, portofinoProcess } from './spawned-portofino.ts'

const folder = await mkdtemp(join(tmpdir(), 'portofino-optimize-'))
after(() => rm(folder, { recursive: true }))
const universe = 'AAPL MSFT KO XOM 2015 2022'
const small = {
  objective: 'min_volatility',
  covariance: [
    [0.04, 0.01],
    [0.01, 0.09],
  ],
}

async function answered(words: string[], input = '') {
  const { code, stdout, stderr } = await portofinoProcess(words, { input })
  assert.deepEqual([code, stderr], [0, ''])
  return JSON.parse(stdout)
}

describe('portofino optimize', () => {
  const questions: string[][] = [
    ['--risk-free', '2%', '--max', '40%', '--groups', 'tech=AAPL+MSFT:..50%'],
    ['--objective', 'efficient-return', '--target-return', '18%', '--exactly', '--cost', '10bps'],
    ['--objective', 'efficient-risk', '--target-volatility', '20%', '--turnover', '30%'],
    ['--objective', 'min-tracking-error', '--min-return', '20%', '--min=-10%'],
    ['--objective', 'max-utility', '--risk-aversion', '4', '--gross', '150%', '--min', '-25%', '--l2', '0.05'],
    ['--objective', 'risk-parity', '--budgets', 'AAPL=40%,*=20%', '--risk', 'oas'],
    ['--objective', 'hrp', '--linkage', 'ward', '--risk', 'ewma', '--span', '120'],
    ['--objective', 'black-litterman', '--views', 'AAPL=12%,MSFT>KO=3%@60%', '--returns', 'equilibrium', '--risk-free', '1%'],
  ]
  for (const words of questions) {
    test(`answers ${words.join(' ')} as the library answers the problem that it shows`, async () => {
      const { command, estimates, diagnostics, ...outcome } = await answered(['optimize', universe, ...words, '--json'])
      const problem = await answered(['optimize', universe, ...words, '--show-problem'])
      assert.equal(outcome.status, 'optimal')
      assert.deepEqual(outcome, JSON.parse(JSON.stringify(documentOutcome(problem))))
      assert.equal(command, 'AAPL-L-* MSFT-L-* KO-L-* XOM-L-* 2015-01-01 2022-12-31')
      assert.deepEqual(
        diagnostics.map(({ code }: { code: string }) => code),
        ['W211'],
      )
      assert.deepEqual([estimates.sessions, estimates.rows, estimates.periods_per_year], [2012, 2011, 252])
    })
  }

  test('keeps the limits that were written', async () => {
    const limits = ['--max', '40%,', '--risk-free', '2%']
    const { portfolio } = await answered(['optimize', universe, ...limits.map((word) => word.replace(',', '')), '--json'])
    assert.deepEqual(portfolio.weights.slice(0, 2), [0.4, 0.4])
    const named = await answered([
      'optimize',
      universe,
      '--max',
      'aapl=10%,*=60%',
      '--min',
      'XOM=5%',
      '--risk-free',
      '2%',
      '--json',
    ])
    assert.deepEqual([named.portfolio.weights[0], named.portfolio.weights[3]], [0.1, 0.05])
  })

  test('holds a short leg short', async () => {
    const words = [
      'optimize',
      'AAPL-L-150% XOM-S-50% 2015 2020 gross=200%',
      '--max',
      '130%',
      '--objective',
      'min-volatility',
      '--json',
    ]
    const { portfolio } = await answered(words)
    assert.ok(portfolio.weights[1] <= 0)
  })

  test('says how many whole shares a sum of money buys, in JSON too', async () => {
    const words = ['optimize', universe, '--objective', 'min-volatility', '--budget', '80%', '--value', '10000', '--json']
    const { portfolio, whole_shares: bought } = await answered(words)
    const worth = bought.shares.map((count: number, i: number) => count * bought.prices[i])
    const total = worth.reduce((sum: number, each: number) => sum + each, 0)
    assert.deepEqual([bought.status, bought.method, bought.value], ['optimal', 'exact', 10_000])
    assert.ok(bought.shares.every(Number.isInteger))
    assert.ok(Math.abs(bought.cash - (10_000 - total)) < 1e-9 && bought.cash >= 2000 && bought.cash < 2200)
    for (const [i, price] of bought.prices.entries()) {
      assert.ok(Math.abs(worth[i] - 10_000 * portfolio.weights[i]) < 2 * price)
    }
    const greedy = await answered([...words, '--shares', 'greedy'])
    assert.equal(greedy.whole_shares.method, 'greedy')
    const impossible = await answered([...words, '--max', '10%'])
    assert.deepEqual([impossible.status, 'whole_shares' in impossible], ['infeasible', false])
  })

  test('prices whole shares by the last prices that are stored, also after the period', async () => {
    const words = ['optimize', 'AAPL KO 2015 2018', '--objective', 'equal-weight', '--value', '10000']
    const { whole_shares: bought } = await answered([...words, '--json'])
    assert.deepEqual(bought.priced_on, ['2022-12-28', '2022-12-28'])
    const { stdout } = await portofinoProcess(words)
    assert.match(stdout, /Whole shares\nAs close .*\$10,000 at\s+the\s+last\s+prices,\s+adjusted,\s+of\s+28\s+Dec\s+2022\./)
    assert.match(stdout, /\nCash +\$\d+\.\d\d +0\.\d\d%\nSum +\$10,000 +100\.00%\n/)
  })

  test('faults of the command are drawn, and a document with --json', async () => {
    const { code, stdout, stderr } = await portofinoProcess(['optimize', 'AAPL NOSUCH 2015 2022', '--risk-free', '1%', '--json'])
    assert.equal(code, 1)
    assert.match(stderr, /E301 unknown symbol "NOSUCH"/)
    assert.equal(JSON.parse(stdout).diagnostics[0].code, 'E301')
    const cash = await portofinoProcess(['optimize', 'AAPL-L-50% $CASH-L-50% 2015 2022', '--risk-free', '1%', '--json'])
    assert.deepEqual([cash.code, JSON.parse(cash.stdout).error.field], [1, 'command'])
  })
})

describe('portofino optimize --problem', () => {
  test('answers a document from standard input with one document', async () => {
    const outcome = await answered(['optimize', '--problem', '-'], JSON.stringify({ id: 'a', ...small }))
    assert.deepEqual(outcome, JSON.parse(JSON.stringify(documentOutcome({ id: 'a', ...small }))))
  })

  test('a line at fault is told by its number, and the others go on', async () => {
    const file = join(folder, 'many.jsonl')
    await writeFile(file, [JSON.stringify(small), '', 'no json', '{"objective": "hrp"}', JSON.stringify(small)].join('\n'))
    const ended = await portofinoProcess(['optimize', '--problem', file])
    const lines = documentsOf(ended)
    assert.equal(ended.code, 1)
    assert.deepEqual(
      lines.map(({ line, status, error }) => [line, status, error?.code]),
      [
        [1, 'optimal', undefined],
        [3, 'faulty', 'not_json'],
        [4, 'faulty', 'missing_field'],
        [5, 'optimal', undefined],
      ],
    )
    assert.match(ended.stderr, /many\.jsonl:3: this is not JSON.*\n.*many\.jsonl:4: covariance must be given\n$/)
  })

  test('a line that is nested deeper than anything leaves the others alone', async () => {
    const deep = `{"objective":"min_volatility","id":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
    const file = join(folder, 'deep.jsonl')
    await writeFile(file, [JSON.stringify(small), deep, JSON.stringify(small)].join('\n'))
    const { code, stdout, stderr } = await portofinoProcess(['optimize', '--problem', file])
    assert.equal(code, 1)
    const statuses = stdout.match(/"status":"\w+"/g)
    assert.deepEqual(statuses, ['"status":"optimal"', '"status":"faulty"', '"status":"optimal"'])
    assert.match(stderr, /deep\.jsonl:2: id must be a text or a number, got \[{39}…\n$/)
  })

  test('standard input may have a document a line, or one over many lines', async () => {
    const lines = ['', JSON.stringify(small), 'no json', JSON.stringify({ id: 'b', ...small })].join('\n')
    const many = await portofinoProcess(['optimize', '--problem', '-'], { input: lines })
    const outcomes = documentsOf(many)
    assert.deepEqual(
      outcomes.map(({ line, id, status }) => [line, id, status]),
      [
        [2, undefined, 'optimal'],
        [3, undefined, 'faulty'],
        [4, 'b', 'optimal'],
      ],
    )
    assert.equal(many.code, 1)
    assert.match(many.stderr, /^standard input:3: this is not JSON/)
    const { line, status } = await answered(['optimize', '--problem', '-'], JSON.stringify(small, null, 2))
    assert.deepEqual([line, status], [undefined, 'optimal'])
    const corners = { ...small, expected_returns: [0.1, 0.2] }
    const input = `${JSON.stringify(corners)}\n${JSON.stringify(corners)}\n`
    const frontiers = await portofinoProcess(['frontier', '--problem', '-', '--json'], { input })
    assert.deepEqual([frontiers.code, frontiers.stdout.match(/"corners"/g)?.length], [0, 2])
    const csv = await portofinoProcess(['frontier', '--problem', '-', '--csv', '-'], { input })
    assert.deepEqual([csv.code, csv.stdout], [64, ''])
  })

  test('one document at fault is a document too', async () => {
    const { code, stdout, stderr } = await portofinoProcess(['optimize', '--problem', '-'], {
      input: '{"objective": "hrp", "x": 1}',
    })
    assert.deepEqual([code, JSON.parse(stdout).error.field], [1, 'x'])
    assert.match(stderr, /^standard input: x must be left out or renamed; the fields here are /)
  })
})
