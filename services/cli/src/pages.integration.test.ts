import { fileURLToPath } from 'node:url'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { example, portofinoProcess } from './spawned-portofino.ts'

const folder = new URL('../../../fixtures/cli/', import.meta.url)

interface Page {
  file: string
  words: string[]
  environment?: Record<string, string>
}

/** What people see, character by character; `node --test --test-update-snapshots FILE` rewrites the files after a wanted change. */
const pages: Page[] = [
  { file: 'example.txt', words: ['simulate', example] },
  {
    file: 'example-benchmark-wide.txt',
    words: ['simulate', `${example} bench=^GSPC rebalance=monthly cost=5bps`],
    environment: { COLUMNS: '110' },
  },
  { file: 'example-narrow.txt', words: ['simulate', `${example} bench=^GSPC`], environment: { COLUMNS: '40' } },
  { file: 'example-ascii.txt', words: ['simulate', example], environment: { LANG: 'C' } },
  { file: 'ruined.txt', words: ['simulate', 'AAPL-L-50% MSFT-S-50% 1995 2022'] },
  { file: 'check.txt', words: ['check', 'aapl-L-1/3 MSFT-L-* 2020 2022-06 rebalance=quarterly+band(5%) cost=0.05%'] },
  { file: 'metric.txt', words: ['metrics', 'sortino', 'var_95'] },
  { file: 'symbols.txt', words: ['symbols'] },
  { file: 'optimize.txt', words: ['optimize', 'AAPL MSFT KO XOM 2015 2022', '--risk-free', '2%', '--max', '40%'] },
  {
    file: 'optimize-narrow-ascii.txt',
    words: [
      'optimize',
      'AAPL-L-70% KO-S-30% 2015 2022 rf=2%',
      '--objective',
      'target-sharpe',
      '--target-sharpe',
      '0.7',
      '--root',
      'both',
    ],
    environment: { COLUMNS: '40', LANG: 'C' },
  },
  { file: 'optimize-infeasible.txt', words: ['optimize', 'AAPL KO XOM 2015 2022', '--max', '30%', '--risk-free', '1%'] },
  { file: 'frontier.txt', words: ['frontier', 'AAPL MSFT KO XOM 2015 2022', '--risk-free', '2%', '--max', '60%'] },
  { file: 'help-optimize.txt', words: ['optimize', '--help'] },
  { file: 'help.txt', words: ['--help'] },
  { file: 'help-simulate.txt', words: ['simulate', '--help'] },
]

describe('pages look as agreed', () => {
  for (const { file, words, environment = {} } of pages) {
    test(file, async (context) => {
      const { code, stdout, stderr } = await portofinoProcess(words, { environment })
      assert.deepEqual([code, stderr], [0, ''])
      const width = Number(environment['COLUMNS'] ?? 80)
      // Hashes stay whole whatever the width.
      const tooWide = stdout.split('\n').filter((line) => Array.from(line).length > width && !/[0-9a-f]{64}/.test(line))
      assert.deepEqual(tooWide, [])
      if (environment['LANG'] === 'C') assert.match(stdout, /^\p{ASCII}*$/u)
      context.assert.fileSnapshot(stdout, fileURLToPath(new URL(file, folder)), { serializers: [(text: string) => text] })
    })
  }
})
