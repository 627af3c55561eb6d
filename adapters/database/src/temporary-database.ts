import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { connectedClient } from './connection.ts'
import { type Database, openDatabase } from './database.ts'
import { lockNumbers } from './lock-numbers.ts'
import { migrate, readMigrations } from './migrate.ts'
import { startTemporaryServer } from './temporary-server.ts'

export interface TemporaryDatabaseOptions {
  /** A server whose user may create databases; without it an embedded one, in a temporary folder, that goes with this process. */
  serverUrl?: string | undefined
  maxConnections?: number | undefined
}

/** A database of its own for a test, with the newest schema and nothing in it; dropped when disposed. */
export async function temporaryDatabase(options: TemporaryDatabaseOptions = {}): Promise<Database> {
  const serverUrl = options.serverUrl ?? (await (embeddedUrl ??= startTemporaryServer()))
  const made = templates.get(serverUrl) ?? migratedTemplate(serverUrl)
  templates.set(serverUrl, made)
  const template = await made
  const name = uniqueName()
  await onServer(serverUrl, async (client) => client.query(`create database ${name} template ${template}`))
  const { maxConnections } = options
  const database = await openDatabase({
    dataDirectory: '',
    databaseUrl: urlOf(serverUrl, name),
    applicationName: 'test',
    maxConnections,
  })
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await onServer(serverUrl, async (client) => client.query(`drop database ${name} with (force)`))
    },
  }
}

let embeddedUrl: Promise<string> | undefined
const templates = new Map<string, Promise<string>>()
const uniqueName = (): string => `portofino_test_${randomUUID().replaceAll('-', '')}`

/** The name of a database with these migrations and nothing else, made once on a server; the others are copies. */
async function migratedTemplate(serverUrl: string): Promise<string> {
  const hashes = (await readMigrations()).map(({ hash }) => hash)
  const template = `portofino_template_${createHash('sha256').update(hashes.join()).digest('hex').slice(0, 16)}`
  await onServer(serverUrl, async (client) => {
    await client.query(`select pg_advisory_lock(${lockNumbers.template})`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount !== 0) return
    const unfinished = uniqueName()
    await client.query(`create database ${unfinished}`)
    await onServer(urlOf(serverUrl, unfinished), migrate)
    await client.query(`alter database ${unfinished} rename to ${template}`)
  })
  return template
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

async function onServer(url: string, act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = await connectedClient({ url, applicationName: 'test' })
  try {
    await act(client)
  } finally {
    await client.end()
  }
}
