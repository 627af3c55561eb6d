import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { zstdDecompressSync } from 'node:zlib'
import { findResult, findSeries, findSimulation } from '@portofino/database'
import { programPrices, resolvedText } from '@portofino/market-data'
import { resultDocument, seriesPartsDocument, simulate, unpackedSeries } from '@portofino/simulator'
import { sql } from 'kysely'
import { checkCommand, sha256 } from './check-command.ts'
import { submitSimulation } from './submit-simulation.ts'
import { example, openTasksUnderTest, sampleSource, type TasksUnderTest } from './tasks-under-test.ts'
import { waitingLimit } from './waiting-limit.ts'

describe('a simulation as a task', () => {
  let tasks: TasksUnderTest
  before(async () => {
    tasks = await openTasksUnderTest()
    await tasks.start()
  })
  after(async () => tasks[Symbol.asyncDispose]())

  test('says queued, running and done, numbered from 1, with the golden figures', async () => {
    const userId = await tasks.newUser()
    const { taskId, simulationId } = await tasks.submit({ userId })
    const messages = await tasks.messages({ userId, taskId })
    assert.deepEqual(
      messages.map(({ seq }) => seq),
      messages.map((_, i) => i + 1),
    )
    // A machine under load may have time for progress between the second and the last.
    assert.deepEqual([...new Set(messages.map(({ status }) => status))], ['queued', 'running', 'done'])
    for (const message of messages) {
      assert.deepEqual([message.task_id, message.user_id, message.simulation_id], [taskId, userId, simulationId])
    }
    const { data = {} } = messages.at(-1)!
    assert.equal(data['simulation_id'], simulationId)
    assert.equal(Number(data['cagr']).toFixed(8), '0.17227935')
    assert.equal(Number(data['sharpe']).toFixed(8), '0.63555856')
    assert.equal(Number(data['max_drawdown']).toFixed(8), '0.30252672')
    const values = Object.entries(data['portfolio_value'] as Record<string, number>)
    assert.deepEqual([values.length, values[0]], [754, ['2020-01-02', 100_000]])
  })

  for (const command of [
    example,
    'AAPL-L-60% $CASH-L-40% 1995 2022 rebalance=monthly cost=5bps bench=^GSPC',
    'aapl-L-100% 2021 2022',
  ]) {
    test(`stores the document of the command line, bit for bit: ${command}`, async () => {
      const userId = await tasks.newUser()
      const { taskId, simulationId } = await tasks.submit({ userId, command })
      assert.equal((await tasks.messages({ userId, taskId })).at(-1)?.status, 'done')

      const source = await sampleSource()
      const bench = { source, today: 20_000, dialect: 'default' as const, signal: new AbortController().signal }
      const resolved = await resolvedText(command, bench)
      assert.ok(resolved.kind === 'resolved')
      const prices = await programPrices(source, resolved)
      const outcome = simulate({ program: resolved.program, ...prices, notes: resolved.diagnostics, sha256 })
      assert.ok(outcome.status === 'ok')
      const { db } = tasks.context.database
      const owner = { userId, id: simulationId }
      const [stored, series] = await Promise.all([findResult(db, owner), findSeries(db, owner)])
      const document = JSON.parse(zstdDecompressSync(stored!.document).toString())
      const parts = seriesPartsDocument(unpackedSeries(new Float64Array(new Uint8Array(series!.columns).buffer)))
      assert.equal(JSON.stringify({ ...document, ...parts }), JSON.stringify(resultDocument(outcome.result, { series: true })))
    })
  }

  test('serves the same run from what is stored, with a row of its own', async () => {
    const userId = await tasks.newUser()
    const command = 'KO-L-50% PEP-L-50% 2015 2018'
    const runs = [await tasks.submit({ userId, command })]
    await tasks.messages({ userId, taskId: runs[0]!.taskId })
    runs.push(await tasks.submit({ userId, command }))
    const done = (await tasks.messages({ userId, taskId: runs[1]!.taskId })).at(-1)
    const { db } = tasks.context.database
    const rows = await Promise.all(runs.map(async ({ simulationId: id }) => findSimulation(db, { userId, id })))
    assert.notEqual(rows[0]!.id, rows[1]!.id)
    assert.deepEqual(rows[0]!.result_key, rows[1]!.result_key)
    assert.equal(done!.data?.['cagr'], rows[0]!.cagr)
    const lookups = await tasks.context.meters.cacheLookups.get()
    assert.ok(lookups.values.some(({ labels, value }) => labels.outcome === 'hit' && value > 0))
  })

  test('fails with the diagnostics where command and prices do not go together', async () => {
    const userId = await tasks.newUser()
    const { taskId, simulationId } = await tasks.submit({ userId, command: 'AAPL-L-100% 2023-02-01 2023-06-01' })
    const last = (await tasks.messages({ userId, taskId })).at(-1)!
    assert.equal(last.status, 'failed')
    assert.equal(last.error?.diagnostics?.[0]?.code, 'E303')
    const row = await findSimulation(tasks.context.database.db, { userId, id: simulationId })
    assert.deepEqual(row?.error, last.error)
  })

  test('refuses a faulty command at once', async () => {
    const userId = await tasks.newUser()
    const order = { userId, command: 'AAPL-X-50% NOPE-L-50% 2020 2021', dialect: 'default' as const }
    const submitted = await submitSimulation(tasks.context, order)
    assert.ok(submitted.kind === 'faulty')
    assert.deepEqual(
      submitted.diagnostics.map(({ code }) => code),
      ['E107'],
    )
    const checked = await checkCommand(tasks.context, { ...order, command: 'NOPE-L-100% 2020 2021' })
    assert.deepEqual([checked.kind, checked.diagnostics[0]?.code], ['faulty', 'E301'])
  })

  test('answers a repeated order like the first', async () => {
    const userId = await tasks.newUser()
    const order = { userId, command: example, dialect: 'default' as const, idempotencyKey: 'k' }
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, async () => submitSimulation(tasks.context, order)))
    for (const other of others) assert.deepEqual(other, first)
    const conflict = await submitSimulation(tasks.context, { ...order, dialect: 'legacy' })
    assert.equal(conflict.kind, 'idempotency_conflict')
    const { taskId } = await tasks.submit({ ...order, userId: await tasks.newUser() })
    assert.ok(first?.kind === 'accepted' && taskId !== first.taskId)
  })
})

describe('orders of one moment', () => {
  test('do not spoil each other', async () => {
    await using tasks = await openTasksUnderTest()
    const [userId, otherId, goneId] = [await tasks.newUser(), await tasks.newUser(), 2_000_000_000]
    const order = { command: example, dialect: 'default' as const }
    const outcomes = await Promise.allSettled(
      [userId, goneId, otherId].map(async (id) => submitSimulation(tasks.context, { ...order, userId: id })),
    )
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
    const rows = await tasks.context.database.db.selectFrom('simulations').select('user_id').orderBy('id').execute()
    assert.deepEqual(rows, [{ user_id: userId }, { user_id: otherId }])
    const { rows: jobs } = await sql`select from pgboss.job where name = 'simulation.run'`.execute(tasks.context.database.db)
    assert.equal(jobs.length, 2)
  })

  test('with one key and different commands are a conflict, the second of them', async () => {
    await using tasks = await openTasksUnderTest()
    const order = { userId: await tasks.newUser(), dialect: 'default' as const, idempotencyKey: 'k' }
    const commands = [example, 'KO-L-100% 2020 2021', example]
    const submitted = await Promise.all(commands.map(async (command) => submitSimulation(tasks.context, { ...order, command })))
    assert.deepEqual(
      submitted.map(({ kind }) => kind),
      ['accepted', 'idempotency_conflict', 'accepted'],
    )
    assert.deepEqual(submitted[2], submitted[0])
  })

  test('end together, each with its own result and messages without gaps', async () => {
    await using tasks = await openTasksUnderTest()
    const users = await Promise.all(Array.from({ length: 6 }, async () => tasks.newUser()))
    const runs = await Promise.all(
      Array.from({ length: 24 }, async (_, i) => {
        const [userId, weight] = [users[i % 6]!, 1 + (i % 16)]
        const command = `AAPL-L-${weight}% $CASH-L-${100 - weight}% 2020 2021`
        return { userId, command, ...(await tasks.submit({ userId, command })) }
      }),
    )
    await tasks.start()
    const cagrs = new Map<string, Set<unknown>>()
    for (const { userId, taskId, command } of runs) {
      const messages = await tasks.messages({ userId, taskId })
      assert.deepEqual(
        messages.map(({ seq }) => seq),
        messages.map((_, k) => k + 1),
      )
      const last = messages.at(-1)!
      assert.equal(last.status, 'done')
      cagrs.set(command, (cagrs.get(command) ?? new Set()).add(last.data?.['cagr']))
    }
    assert.equal(cagrs.size, 16)
    for (const same of cagrs.values()) assert.equal(same.size, 1)
    assert.equal(new Set([...cagrs.values()].flatMap((same) => [...same])).size, 16)
  })
})

describe('what waits', () => {
  test('is limited for each user, also for orders of one moment', async () => {
    await using tasks = await openTasksUnderTest()
    const [userId, otherId] = [await tasks.newUser(), await tasks.newUser()]
    const order = { userId, command: example, dialect: 'default' as const }
    const submitted = await Promise.all(Array.from({ length: 25 }, async () => submitSimulation(tasks.context, order)))
    const kinds = Map.groupBy(submitted, ({ kind }) => kind)
    assert.deepEqual([kinds.get('accepted')?.length, kinds.get('too_many_queued')?.length], [waitingLimit, 5])
    await tasks.submit({ userId: otherId })
  })

  test('takes turns by user', async () => {
    await using tasks = await openTasksUnderTest()
    const [busyId, otherId] = [await tasks.newUser(), await tasks.newUser()]
    const busy = []
    for (let i = 0; i < 10; i++)
      busy.push(await tasks.submit({ userId: busyId, command: `AAPL-L-${i + 1}% $CASH-L-${99 - i}% 2020 2021` }))
    const other = await tasks.submit({ userId: otherId, command: 'MSFT-L-100% 2020 2021' })
    await tasks.start()
    await Promise.all(busy.map(async ({ taskId }) => tasks.messages({ userId: busyId, taskId })))
    const { db } = tasks.context.database
    const rows = await db.selectFrom('simulations').select('id').orderBy('started_at').orderBy('id').execute()
    // With the first ones that are taken at once, not after the other's ten.
    assert.ok(rows.findIndex(({ id }) => id === other.simulationId) <= 5, JSON.stringify(rows))
  })

  test('says how many are before it', async () => {
    await using tasks = await openTasksUnderTest()
    const userId = await tasks.newUser()
    await tasks.submit({ userId })
    const { taskId } = await tasks.submit({ userId })
    const followed = await tasks.feed.follow(
      { subject: 'simulations', userId, taskId, after: null },
      new AbortController().signal,
    )
    for await (const message of followed!) {
      assert.deepEqual([message.status, message.position], ['queued', 1])
      break
    }
  })
})
