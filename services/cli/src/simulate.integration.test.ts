import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { documentsOf, example, portofinoProcess } from './spawned-portofino.ts'

const faulty = 'AAPL-L-50% MSFT-X-50% 2020-01-01 2023-01-01'

describe('simulate', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portofino-cli-'))
  })
  after(() => rm(folder, { recursive: true }))

  test('draws the faults of a command on standard error and ends with 1', async () => {
    const { code, stdout, stderr } = await portofinoProcess(['simulate', faulty])
    assert.deepEqual([code, stdout], [1, ''])
    assert.deepEqual(stderr.split('\n').slice(0, 3), [
      'E107 unknown side "X"; write L (long) or S (short)',
      `  ${faulty}`,
      '                  ^',
    ])
  })

  test('prints the faults as a document too', async () => {
    const { code, stdout } = await portofinoProcess(['simulate', faulty, '--json'])
    const { command, status, diagnostics } = JSON.parse(stdout)
    assert.deepEqual([code, command, status, diagnostics.length, diagnostics[0].code], [1, faulty, 'faulty', 1, 'E107'])
  })

  test('names the source and the way to another when it lacks a symbol', async () => {
    const { code, stderr } = await portofinoProcess(['simulate', 'TSLA-L-100% 2020 2021'])
    assert.equal(code, 1)
    assert.match(stderr, /^E301 unknown symbol "TSLA"/)
    assert.match(stderr, /"sample".*--data/)
  })

  test('takes a command that the shell split into words', async () => {
    const split = await portofinoProcess(['simulate', ...example.split(' '), '--json'])
    const whole = await portofinoProcess(['simulate', example, '--json'])
    assert.equal(split.stdout, whole.stdout)
  })

  test('writes the series to a file, whole', async () => {
    const file = join(folder, 'series.csv')
    const { code, stdout } = await portofinoProcess(['simulate', example, '--csv', file])
    assert.equal(code, 0)
    assert.match(stdout, /Series written to .*series\.csv\.\n$/)
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
    assert.equal(lines.length, 755)
    assert.match(lines[0] ?? '', /^date,value,index,/)
    assert.match(lines[1] ?? '', /^2020-01-02,100000,1,/)
    assert.deepEqual(await readdir(folder), ['series.csv'])
  })

  test('adds the series to the document when asked', async () => {
    const { stdout } = await portofinoProcess(['simulate', example, '--json', '--series'])
    const document = JSON.parse(stdout)
    assert.equal(document.series.value.length, 754)
    assert.equal(document.portfolio_value['2020-01-02'], 100_000)
    assert.equal('series' in JSON.parse((await portofinoProcess(['simulate', example, '--json'])).stdout), false)
  })

  test('runs a file line by line; a faulty line leaves the others alone', async () => {
    const file = join(folder, 'commands.txt')
    await writeFile(file, `\uFEFF# three of them\r\n${example}\r\n\r\n${faulty}\r\n${example} rebalance=monthly\r\n`)
    const ended = await portofinoProcess(['simulate', '--file', file, '--json'])
    const documents = documentsOf(ended)
    assert.equal(ended.code, 1)
    assert.deepEqual(
      documents.map(({ line, status }) => [line, status]),
      [
        [2, 'ok'],
        [4, 'faulty'],
        [5, 'ok'],
      ],
    )
    assert.deepEqual([documents[1].command, documents[1].diagnostics[0].code], [faulty, 'E107'])
    assert.ok(ended.stderr.startsWith(`${file}:4:\nE107 `))
    await rm(file)
  })

  test('reads commands from standard input', async () => {
    const { code, stdout } = await portofinoProcess(['simulate', '--file', '-'], { input: `${example}\n` })
    assert.equal(code, 0)
    assert.match(stdout, /\$160,767, \+60\.77% in all/)
  })

  test('speaks the legacy dialect', async () => {
    const lower = example.toLowerCase()
    assert.equal((await portofinoProcess(['simulate', lower, '--json'])).code, 0)
    assert.equal((await portofinoProcess(['simulate', lower, '--json', '--dialect', 'legacy'])).code, 1)
  })

  test('a ruined run is a result, and says so first', async () => {
    const { code, stdout } = await portofinoProcess(['simulate', 'AAPL-S-300% $CASH-L-100% 2019 2022 gross=400%'])
    assert.equal(code, 0)
    assert.match(stdout, /^RUINED on \d/)
  })

  test('a folder that is no price folder ends with 2 and one sentence', async () => {
    const { code, stdout, stderr } = await portofinoProcess(['simulate', example, '--data', `csv:${join(folder, 'nowhere')}`])
    assert.deepEqual([code, stdout], [2, ''])
    assert.match(stderr, /^portofino: .*nowhere.*\n$/)
  })

  test('a faulty price file ends with 2 and is named with its line', async () => {
    const prices = join(folder, 'prices')
    await mkdir(prices)
    const symbols = [
      { symbol: 'GOOD', name: 'Good', currency: 'USD', market: 'XNYS', kind: 'adjusted-close-total-return', file: 'good.csv' },
    ]
    await writeFile(join(prices, 'manifest.json'), JSON.stringify({ name: 'prices', symbols }))
    await writeFile(join(prices, 'good.csv'), 'date,GOOD\n2020-01-02,10\n2020-01-03,abc\n')
    const { code, stdout, stderr } = await portofinoProcess([
      'simulate',
      'GOOD-L-100% 2020 2021',
      '--json',
      '--data',
      `csv:${prices}`,
    ])
    assert.deepEqual([code, stdout], [2, ''])
    assert.match(stderr, /good\.csv.*3.*abc/)
  })
})
