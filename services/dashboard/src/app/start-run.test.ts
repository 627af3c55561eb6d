import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProblemError } from '../problems.ts'
import { startRun } from './start-run.ts'

const lost = new ProblemError('lost', { code: 'unreachable', status: 0, document: null, retryAfter: null })

/** A server that keeps each key's run and gives the answers in `faults` first. */
function server(faults: readonly ProblemError[] = []) {
  const runs = new Map<string, string>()
  const coming = Array.from(faults)
  const submit = async (_command: string, key: string): Promise<{ task_id: string }> => {
    const taskId = runs.get(key) ?? `task-${runs.size + 1}`
    runs.set(key, taskId)
    const fault = coming.shift()
    if (fault !== undefined) throw fault
    return { task_id: taskId }
  }
  return { runs, submit, ensureSession: async () => true }
}

test('what is asked for while the first is underway starts nothing', async () => {
  const { runs, ...asked } = server()
  const start = startRun(asked)
  const [first, second] = await Promise.all([start(['SIM SPY']), start(['SIM SPY'])])
  assert.deepEqual(first, { kind: 'started', taskIds: ['task-1'] })
  assert.deepEqual(second, { kind: 'underway' })
  assert.equal(runs.size, 1)
})

test('a command whose answer was lost is asked for by the same key, and by a new one once it was answered', async () => {
  const { runs, ...asked } = server([lost])
  const start = startRun(asked)
  await assert.rejects(start(['SIM SPY']), lost)
  assert.deepEqual(await start(['SIM SPY']), { kind: 'started', taskIds: ['task-1'] })
  assert.deepEqual(await start(['SIM SPY']), { kind: 'started', taskIds: ['task-2'] })
  assert.equal(runs.size, 2)
})

test('nothing is asked for without a session', async () => {
  const { runs, submit } = server()
  const start = startRun({ submit, ensureSession: async () => false })
  assert.deepEqual(await start(['SIM SPY']), { kind: 'sign-in' })
  assert.equal(runs.size, 0)
})

test('a refusal says which command it is of', async () => {
  const document = { diagnostics: [] } as unknown as ProblemError['document']
  const refusal = new ProblemError('refused', { code: 'invalid_command', status: 422, document, retryAfter: null })
  const { submit, ensureSession } = server([refusal])
  const start = startRun({ submit, ensureSession })
  await assert.rejects(start(['SIM NONE']), { name: 'RefusedCommand', message: 'refused', command: 'SIM NONE', cause: refusal })
})
