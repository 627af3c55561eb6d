import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProblemError } from '../problems.ts'
import type { StoredText } from '../stored-text.ts'
import { askedRuns } from './asked-runs.ts'
import { startRun } from './start-run.ts'

const lost = new ProblemError('lost', { code: 'unreachable', status: 0, document: null, retryAfter: null })

/** A place in the browser, as empty as a new tab's. */
function place(): StoredText {
  let kept: string | null = null
  return { read: () => kept, keep: (text) => ((kept = text), true), forget: () => void (kept = null) }
}

/** A server that keeps each key's run and gives the answers in `faults` first. */
function server(faults: readonly (ProblemError | null)[] = []) {
  const runs = new Map<string, string>()
  const coming = Array.from(faults)
  const submitted: string[] = []
  const submit = async (command: string, key: string): Promise<{ task_id: string }> => {
    submitted.push(command)
    const taskId = runs.get(key) ?? `task-${runs.size + 1}`
    runs.set(key, taskId)
    const fault = coming.shift() ?? null
    if (fault !== null) throw fault
    return { task_id: taskId }
  }
  const asked = askedRuns(place())
  return { runs, submitted, asked, submit, ensureSession: async () => true, person: () => 'ann' }
}

test('what is asked for again while it is underway has the same answer, also from another page', async () => {
  const { runs, ...asked } = server()
  const start = startRun(asked)
  const both = await Promise.all([start(['SIM SPY']), start(['SIM SPY'])])
  assert.deepEqual(both[0], { kind: 'started', taskIds: ['task-1'] })
  assert.deepEqual(both[1], both[0])
  assert.equal(runs.size, 1)
})

test('a command whose answer was lost is asked for by the same key, and by a new one once it was answered', async () => {
  const { runs, ...asked } = server([lost])
  await assert.rejects(startRun(asked)(['SIM SPY']), lost)
  // As after a reload.
  const start = startRun(asked)
  assert.deepEqual(await start(['SIM SPY']), { kind: 'started', taskIds: ['task-1'] })
  assert.deepEqual(await start(['SIM SPY']), { kind: 'started', taskIds: ['task-2'] })
  assert.equal(runs.size, 2)
})

test('of several runs those that have started are not asked for again, and it is told how many', async () => {
  const { runs, submitted, ...asked } = server([null, null, lost])
  const start = startRun(asked)
  await assert.rejects(start(['A', 'B', 'C', 'D']), { name: 'UnfinishedStart', started: 2, of: 4, cause: lost })
  assert.deepEqual(await start(['A', 'B', 'C', 'D']), { kind: 'started', taskIds: ['task-1', 'task-2', 'task-3', 'task-4'] })
  assert.deepEqual(submitted, ['A', 'B', 'C', 'C', 'D'])
  assert.deepEqual(await start(['A', 'B']), { kind: 'started', taskIds: ['task-5', 'task-6'] })
  assert.equal(runs.size, 6)
})

test('whoever asks for nothing but what has started wants it once more', async () => {
  const { runs, submitted, ...asked } = server([null, lost])
  const start = startRun(asked)
  await assert.rejects(start(['A', 'B']), { name: 'UnfinishedStart' })
  assert.deepEqual(await start(['A']), { kind: 'started', taskIds: ['task-3'] })
  assert.equal(runs.size, 3)
  assert.equal(submitted.length, 3)
})

test('what one person asked for is not taken for the other, and nothing of one who has left is kept', async () => {
  const { runs, submitted, ...asked } = server([lost, lost, lost])
  await assert.rejects(startRun(asked)(['A']), lost)
  await assert.rejects(startRun({ ...asked, person: () => 'bob' })(['A']), lost)
  assert.equal(runs.size, 2)
  const kept = place()
  let person: string | null = 'ann'
  const submit = async () => {
    person = null
    kept.forget()
    throw lost
  }
  const start = startRun({ ...asked, submit, person: () => person, asked: askedRuns(kept) })
  await assert.rejects(start(['A']), lost)
  assert.equal(kept.read(), null)
  assert.equal(submitted.length, 2)
})

test('runs that were asked for outlive closed storage, and foreign text under their key is none', () => {
  const closed = askedRuns({ read: () => null, keep: () => false, forget: () => undefined })
  closed.change('ann', (runs) => runs.set('A', { key: 'k' }))
  assert.deepEqual(closed.of('ann'), new Map([['A', { key: 'k' }]]))
  assert.equal(closed.of('bob').size, 0)
  for (const text of ['{{', '7', '{"runs":7}']) assert.equal(askedRuns({ ...place(), read: () => text }).of('ann').size, 0, text)
})

test('nothing is asked for without a session', async () => {
  const { runs, ...asked } = server()
  const start = startRun({ ...asked, ensureSession: async () => false })
  assert.deepEqual(await start(['SIM SPY']), { kind: 'sign-in' })
  assert.equal(runs.size, 0)
})

test('a refusal says which command it is of', async () => {
  const document = { diagnostics: [] } as unknown as ProblemError['document']
  const refusal = new ProblemError('refused', { code: 'invalid_command', status: 422, document, retryAfter: null })
  const { runs, ...asked } = server([refusal])
  const start = startRun(asked)
  await assert.rejects(start(['SIM NONE']), { name: 'RefusedCommand', message: 'refused', command: 'SIM NONE', cause: refusal })
  assert.equal(asked.asked.of('ann').size, 0)
  assert.equal(runs.size, 1)
})
