import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { exampleCommand } from '@portofino/contract'
import { appendProgress, startSimulations } from '@portofino/database'
import { openThreadPool, startTasks } from '@portofino/tasks'
import { servedApplication } from '../trial/served-application.ts'

const sockets = 100
const tasks = 4
const progress = 40

test(`${sockets} sockets on one process: each gets every message of its task, in order, and is closed`, async () => {
  const many = 1_000_000
  const limits = { loginsPerMinute: many, registrationsPerHour: many, callsPerMinute: many, socketsPerUser: sockets }
  await using app = await servedApplication({ works: false, config: { limits } })
  const { database, jobs } = app.context
  const token = await app.signUp('ann@example.com')
  const taskIds: string[] = []
  for (let i = 0; i < tasks; i++) {
    const { body } = await app.call('POST', '/simulate', { token, json: { command: `${exampleCommand} capital=${1000 + i}` } })
    taskIds.push(body.task_id)
  }
  const open = Array.from({ length: sockets }, (_, i) => {
    const socket = app.open(`/ws/simulations/${taskIds[i % tasks]}?after=0`, token)
    const heard: { task_id: string; seq: number; status: string }[] = []
    socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString())))
    return { taskId: taskIds[i % tasks], heard, first: once(socket, 'message'), closed: once(socket, 'close') }
  })
  await Promise.all(open.map(async ({ first }) => first))

  for (const taskId of taskIds) {
    await startSimulations(database.db, [taskId], { message: { status: 'running', percent: 0 }, events: [] })
    for (let done = 1; done <= progress; done++) {
      const message = { status: 'running' as const, step: 'prices', done, total: progress, percent: done }
      await appendProgress(database.db, { table: 'simulations', taskId, message })
      jobs.announcements.announce('task_event', taskId)
    }
  }
  await using threads = openThreadPool(1)
  await using working = await startTasks(app.context, threads)
  for (const { taskId, heard, closed } of open) {
    const [code] = await closed
    assert.equal(code, 1000)
    assert.ok(heard.every((message) => message.task_id === taskId))
    assert.deepEqual(
      heard.map(({ seq }) => seq),
      heard.map((_, i) => i + 1),
    )
    assert.ok(heard.length >= progress + 3)
    assert.deepEqual([heard[0]?.status, heard.at(-1)?.status], ['queued', 'done'])
  }
  await working[Symbol.asyncDispose]()
})
