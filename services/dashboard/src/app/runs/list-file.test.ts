import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleHistoryItem as example } from '@portofino/contract'
import { listAsCsv, listAsJson } from './list-file.ts'

test('a table keeps every digit, and quotes what needs it', () => {
  const [head, row] = listAsCsv([{ ...example, name: 'Giants, "two"', tags: ['a', 'b'] }]).split('\r\n')
  assert.match(head!, /^id,name,command,status,outcome,from,to,total_return,cagr/)
  assert.match(
    row!,
    /^17,"Giants, ""two""",AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01,done,ok,2020-01-02,2022-12-28,0\.607665174,/,
  )
  assert.match(row!, /,a b$/)
})

test('a run without a result has empty cells', () => {
  const failed = {
    ...example,
    status: 'failed' as const,
    outcome: null,
    period: null,
    cagr: null,
    sharpe: null,
    max_drawdown: null,
    total_return: null,
  }
  assert.match(listAsCsv([failed]), /,failed,,,,,,,,/)
})

test('JSON has the same names and values, and tags as a list', () => {
  const [run] = JSON.parse(listAsJson([example])) as Record<string, unknown>[]
  assert.deepEqual([run!['cagr'], run!['to'], run!['tags']], [example.cagr, '2022-12-28', ['tech']])
})
