import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { portofinoProcess } from './spawned-portofino.ts'

const folder = await mkdtemp(join(tmpdir(), 'portofino-frontier-'))
after(() => rm(folder, { recursive: true }))
const universe = 'AAPL MSFT KO XOM 2015 2022'

async function answered(words: string[]) {
  const { code, stdout, stderr } = await portofinoProcess(words)
  assert.deepEqual([code, stderr], [0, ''])
  return JSON.parse(stdout)
}

describe('portofino frontier', () => {
  test('prints the same corners as table, CSV and JSON, of a command or of its problem', async () => {
    const words = ['frontier', universe, '--risk-free', '2%', '--max', '60%']
    const { corners, assets } = await answered([...words, '--json'])
    const { stdout: csv } = await portofinoProcess([...words, '--csv', '-'])
    const [head, ...rows] = csv.trimEnd().split('\n')
    const names = assets.map((asset: string) => `weight_${asset}`)
    assert.equal(head, ['lambda_from,lambda_to,return,cost,volatility,sharpe', ...names].join(','))
    const figures = corners.map((corner: Record<string, unknown>) =>
      [corner['lambda_from'], corner['lambda_to'], corner['return'], corner['cost'], corner['volatility'], corner['sharpe']]
        .concat(corner['weights'])
        .join(','),
    )
    assert.deepEqual(rows, figures)
    const { stdout: problem } = await portofinoProcess(['optimize', ...words.slice(1), '--show-problem'])
    const same = await portofinoProcess(['frontier', '--problem', '-', '--csv', '-'], { input: problem })
    assert.equal(same.stdout.split('\n').length, csv.split('\n').length)
    const { stdout: table } = await portofinoProcess(['frontier', '--problem', '-'], { input: problem })
    assert.match(table, new RegExp(`${corners.length} corners`))
  })

  test('labels of strangers are data as they are, and control no terminal', async () => {
    const assets = ['=cmd|x', '\x1b[31mred\x1b[8m', 'bell\x07\u202e,"q"']
    const problem = {
      assets,
      expected_returns: [0.1, 0.2, 0.3],
      covariance: [
        [0.04, 0, 0],
        [0, 0.09, 0],
        [0, 0, 0.16],
      ],
    }
    const input = JSON.stringify(problem)
    const csv = await portofinoProcess(['frontier', '--problem', '-', '--csv', '-'], { input })
    const quoted = [`weight_${assets[0]}`, `weight_${assets[1]}`, `"weight_${assets[2]!.replaceAll('"', '""')}"`]
    assert.equal(csv.stdout.split('\n')[0], ['lambda_from,lambda_to,return,cost,volatility,sharpe', ...quoted].join(','))
    const table = await portofinoProcess(['frontier', '--problem', '-'], { input })
    const crossed = JSON.stringify({ ...problem, bounds: { lower: [0, 1, 0], upper: [1, 0, 1] } })
    const faulty = await portofinoProcess(['frontier', '--problem', '-'], { input: crossed })
    const impossible = JSON.stringify({ ...problem, bounds: { upper: 0.1 } })
    const infeasible = await portofinoProcess(['frontier', '--problem', '-'], { input: impossible })
    for (const shown of [table.stdout, faulty.stderr, infeasible.stdout]) {
      assert.match(shown, /red/)
      assert.doesNotMatch(shown, /(?!\n)\p{Cc}|\u202e/u)
    }
    // As escapes, which say the same.
    assert.doesNotMatch(faulty.stdout, /(?!\n)\p{Cc}|\u202e/u)
    assert.equal(JSON.parse(faulty.stdout).error.asset, assets[1])
  })

  test('writes no CSV where there are no corners, and says why beside it', async () => {
    const { code, stdout, stderr } = await portofinoProcess(['frontier', 'AAPL KO 2015 2022', '--max', '20%', '--csv', '-'])
    assert.deepEqual([code, stdout], [0, ''])
    assert.match(stderr, /^portofino: no corners to write: These cannot hold together: budget = 100%; AAPL <= 20%; KO <= 20%\./)
  })

  test('writes a file whole', async () => {
    const file = join(folder, 'corners.csv')
    const { code, stdout } = await portofinoProcess(['frontier', universe, '--csv', file])
    assert.deepEqual([code, stdout.includes(`written to ${file}`)], [0, true])
  })
})
