import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { exampleCommand } from '@portofino/contract'
import type { Answer, Caller } from './caller.ts'

/** Submits without end, notes what was accepted, and checks that each refusal is one of those that pass. */
export interface PersistentClient {
  accepted: string[]
  /** Codes of refusals so far. */
  refusals: Map<string, number>
  /** Submits until it is answered with one of these codes, `accepted` for 202. */
  until: (...codes: string[]) => Promise<Answer>
  /** Waits until every accepted task is done, and each once. */
  allDone: () => Promise<void>
}

/** A busy machine takes its time to write what still fits a disk that is full. */
const patienceMs = 120_000

/** `command` without a capital. */
export function persistentClient({ call }: Caller, token: string, command = exampleCommand): PersistentClient {
  const accepted: string[] = []
  const refusals = new Map<string, number>()
  let orders = 0

  async function until(...codes: string[]): Promise<Answer> {
    const deadline = performance.now() + patienceMs
    for (;;) {
      const answer = await call('POST', '/simulate', { token, json: { command: `${command} capital=${1000 + orders++}` } })
      if (answer.status === 202) accepted.push(answer.body.task_id)
      else {
        assert.ok([429, 503].includes(answer.status), `${answer.status}: ${answer.text}`)
        assert.ok(Number(answer.headers.get('retry-after')) >= 1)
        refusals.set(answer.body.code, (refusals.get(answer.body.code) ?? 0) + 1)
      }
      if (codes.includes(answer.status === 202 ? 'accepted' : answer.body.code)) return answer
      assert.ok(performance.now() < deadline, `never answered ${codes.join(' or ')}: ${JSON.stringify([...refusals])}`)
      if (answer.status !== 202) await pause(20)
    }
  }

  async function statusOf(taskId: string): Promise<string> {
    const { status, body } = await call('GET', `/tasks/${taskId}`, { token })
    return status === 200 ? body.status : 'unknown'
  }

  return {
    accepted,
    refusals,
    until,
    async allDone() {
      const deadline = performance.now() + patienceMs
      for (const taskId of accepted) {
        while ((await statusOf(taskId)) !== 'done') {
          assert.ok(performance.now() < deadline, `an accepted task is ${await statusOf(taskId)}`)
          await pause(20)
        }
        const { events } = (await call('GET', `/tasks/${taskId}`, { token })).body
        assert.equal(events.filter((event: { status: string }) => event.status === 'done').length, 1)
      }
      const { total } = (await call('GET', '/history/?status=all', { token })).body
      assert.equal(total, accepted.length)
    },
  }
}
