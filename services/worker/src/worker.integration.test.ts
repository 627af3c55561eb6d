import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Database, temporaryDatabase } from '@portofino/database'
import { openWorker } from './worker.ts'

describe('a worker', () => {
  let database: Database
  let dataDirectory = ''
  before(async () => {
    database = await temporaryDatabase()
    dataDirectory = await mkdtemp(join(tmpdir(), 'portofino-worker-'))
  })
  after(async () => {
    await database[Symbol.asyncDispose]()
    await rm(dataDirectory, { recursive: true })
  })
  const open = async (metricsPort: number | null) => {
    const metrics = { metricsHost: '127.0.0.1', metricsPort }
    return openWorker({
      dataDirectory,
      databaseUrl: database.url,
      marketData: 'sample',
      threads: 1,
      logLevel: 'silent',
      ...metrics,
    })
  }

  test('shows its figures and its health', async () => {
    await using worker = await open(0)
    const metrics = await fetch(`${worker.figuresUrl}/metrics`)
    assert.equal(metrics.status, 200)
    const text = await metrics.text()
    assert.match(text, /^portofino_database_up 1$/m)
    assert.match(text, /^# TYPE portofino_job_duration_seconds histogram$/m)
    assert.match(text, /^process_resident_memory_bytes \d+$/m)
    const health = await fetch(`${worker.figuresUrl}/health`)
    const body: unknown = await health.json()
    assert.deepEqual(
      [health.status, body],
      [200, { status: 'ok', timestamp: (body as { timestamp: string }).timestamp, parts: { database: { status: 'ok' } } }],
    )
    assert.equal((await fetch(`${worker.figuresUrl}/`)).status, 404)
  })

  test('listens nowhere unless told', async () => {
    await using worker = await open(null)
    assert.equal(worker.figuresUrl, null)
  })

  test('says which port it cannot have', async () => {
    await using worker = await open(0)
    const port = Number(new URL(worker.figuresUrl ?? '').port)
    await assert.rejects(open(port), new RegExp(`Cannot show figures on 127.0.0.1:${port}`))
  })
})
