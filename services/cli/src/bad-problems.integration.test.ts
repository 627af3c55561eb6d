import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { documentOutcome } from '@portofino/optimizer'
import { documentsOf, portofinoProcess } from './spawned-portofino.ts'

const folder = await mkdtemp(join(tmpdir(), 'portofino-bad-problems-'))
after(() => rm(folder, { recursive: true }))
const small = {
  objective: 'min_volatility',
  covariance: [
    [0.04, 0.01],
    [0.01, 0.09],
  ],
}

describe('portofino optimize --problem', () => {
  test('each way in which a problem can be bad is told, or answered, as the library does', async () => {
    const twins = [
      [0.04, 0.04],
      [0.04, 0.04],
    ]
    const named = { ...small, assets: ['AAA', 'BBB'], expected_returns: [0.05, 0.07] }
    const groups = [0, 1].map((asset) => ({ name: `group ${asset}`, members: [asset], lower: 0.6 }))
    const documents: [object, string, string | null][] = [
      [{ ...named, covariance: [[0.04, 0.01]] }, 'faulty', null],
      [
        {
          ...named,
          covariance: [
            [0.04, 0.01],
            [0.02, 0.09],
          ],
        },
        'faulty',
        'BBB',
      ],
      [{ ...named, expected_returns: [0.05, null] }, 'faulty', 'BBB'],
      [{ ...named, bounds: { lower: [0, 0.7], upper: 0.6 } }, 'faulty', 'BBB'],
      [{ ...named, groups: [{ name: 'g', members: ['XYZ'], upper: 1 }] }, 'faulty', 'XYZ'],
      [{ ...named, assets: [], expected_returns: [], covariance: [] }, 'faulty', null],
      [{ ...named, groups }, 'infeasible', null],
      [{ ...small, covariance: [[0.04]] }, 'optimal', null],
      [
        {
          ...small,
          covariance: [
            [0.04, 0],
            [0, 0],
          ],
        },
        'optimal',
        null,
      ],
      [{ ...small, covariance: twins }, 'optimal', null],
      [{ ...named, objective: 'frontier', expected_returns: [0.07, 0.07] }, 'optimal', null],
      [
        {
          objective: 'hrp',
          returns: [
            [0.1, 0.2, 0.3],
            [0.2, 0.1, 0.1],
          ],
          params: { periods_per_year: 12 },
        },
        'optimal',
        null,
      ],
    ]
    const file = join(folder, 'bad.jsonl')
    const infinite = JSON.stringify({ ...named, expected_returns: [0.05, 9] }).replace('9]', '1e999]')
    await writeFile(file, [...documents.map(([document]) => JSON.stringify(document)), infinite].join('\n'))
    const ended = await portofinoProcess(['optimize', '--problem', file])
    const lines = documentsOf(ended)
    assert.equal(ended.code, 1)
    assert.deepEqual(
      lines.map(({ status, error }) => [status, error?.asset ?? null]),
      [...documents.map(([, status, asset]) => [status, asset]), ['faulty', 'BBB']],
    )
    documents.forEach(([document, status], k) => {
      const { line: _, ...answer } = lines[k]
      if (status !== 'faulty') assert.deepEqual(answer, JSON.parse(JSON.stringify(documentOutcome(document))))
      else
        assert.throws(() => documentOutcome(document), {
          code: answer.error.code,
          field: answer.error.field,
          message: answer.error.message,
        })
    })
  })
})
