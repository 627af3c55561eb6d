import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLogger } from '@portofino/telemetry'
import { rehearse } from './rehearsal.ts'
import { openThreadPool, type ThreadPool } from './thread-pool.ts'

const lines: string[] = []
const logger = createLogger({ level: 'debug', name: 'test', destination: { write: (line) => lines.push(line) } })

/** The same pool, with what came of its runs. */
function watched(threads: ThreadPool): { threads: ThreadPool; kinds: string[] } {
  const kinds: string[] = []
  const simulate: ThreadPool['simulate'] = async (...given) => {
    const answer = await threads.simulate(...given)
    kinds.push(answer.kind)
    return answer
  }
  return { threads: { ...threads, simulate }, kinds }
}

test('a rehearsal is three whole runs a thread', async () => {
  await using pool = openThreadPool(2)
  const { threads, kinds } = watched(pool)
  await rehearse(threads, logger)
  assert.deepEqual(
    kinds,
    Array.from({ length: 6 }, () => 'done'),
  )
  assert.deepEqual(lines, [])
})

test('one that cannot go on says so and harms nobody', async () => {
  await using pool = openThreadPool(1)
  await rehearse({ ...pool, simulate: async () => Promise.reject(new Error('The pool stops')) }, logger)
  assert.match(lines.join(''), /the rehearsal of runs has not come to its end/)
})
