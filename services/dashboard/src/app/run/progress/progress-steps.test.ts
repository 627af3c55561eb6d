import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TaskMessage } from '@portofino/contract'
import { progressed } from '../../../live/task-progress.ts'
import type { TaskProgress } from '../../../live/task-progress.ts'
import { announcement, failedSteps, presentStep, runSteps, simulatedUpTo, timeLeft } from './progress-steps.ts'

function after(...messages: Partial<TaskMessage>[]): TaskProgress {
  let progress: TaskProgress | undefined
  for (const [place, message] of messages.entries()) {
    progress = progressed(progress, { task_id: 'a', user_id: 1, seq: place + 1, status: 'running', ...message }, place * 1000)
  }
  return progress!
}

const simulating = after(
  { status: 'queued', position: 2 },
  { step: 'prices', done: 10, total: 10, percent: 80 },
  { step: 'simulating', done: 4822, total: 8313, percent: 89 },
)

test('steps that are over say what they did, the present one how far it is', () => {
  assert.deepEqual(
    runSteps('running', simulating).map(({ name, note, state }) => `${state}: ${name} ${note}`.trim()),
    [
      'done: Queued',
      'done: Prices loaded 10 of 10',
      'now: Simulating 4,822 of 8,313 sessions',
      'todo: Metrics',
      'todo: Done opens here',
    ],
  )
})

const note = (message: Partial<TaskMessage>): string => runSteps('queued', after({ status: 'queued', ...message }))[0]!.note

test('a run in the queue says how many are ahead, or why it waits again', () => {
  assert.equal(note({ position: 0 }), 'first in line')
  assert.equal(note({ position: 3 }), '3 ahead of it')
  assert.equal(
    note({ step: 'waiting to try again: The source did not answer.' }),
    'waiting to try again: The source did not answer.',
  )
  assert.equal(runSteps('queued', undefined)[0]!.note, 'waiting for its turn')
})

test('a line tells where a run stands', () => {
  assert.equal(presentStep(runSteps('running', simulating), 'around February 2009'), 'Simulating, around February 2009')
  assert.equal(presentStep(runSteps('queued', after({ status: 'queued', position: 2 })), null), 'Queued, 2 ahead of it')
  assert.equal(presentStep(runSteps('running', after({ step: 'metrics' })), null), 'Metrics')
})

test('a failed run names the step that it stopped at', () => {
  assert.deepEqual(
    failedSteps('prices').map(({ state }) => state),
    ['done', 'failed', 'todo', 'todo', 'todo'],
  )
})

test('sessions are told as time', () => {
  assert.equal(simulatedUpTo('A-L-100% 1990-01-01 2022-12-28', simulating.latest), 'around February 2009')
  assert.equal(simulatedUpTo('A-L-100%', simulating.latest), null)
  assert.equal(simulatedUpTo('A-L-100% 1990-01-01 2022-12-28', after({ step: 'prices', done: 1, total: 2 }).latest), null)
})

test('screen readers hear of states and quarters only', () => {
  assert.equal(announcement('running', 24), 'The run is under way')
  assert.equal(announcement('running', 74), 'The run is under way, 50%')
  assert.equal(announcement('done', 100), 'The run is done')
})

test('time left is rounded', () => {
  assert.deepEqual([null, 0.2, 3.4, 200].map(timeLeft), [null, 'Less than 1 s left', 'About 3 s left', 'About 3 min left'])
})
