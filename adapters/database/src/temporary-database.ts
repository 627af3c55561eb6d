import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectedClient } from './connection.ts'
import { type Database, openDatabase } from './database.ts'
import { embeddedServer } from './embedded/embedded-server.ts'
import { migrate } from './migrate.ts'

export interface TemporaryDatabaseOptions {
  /** A server whose user may create databases; without it an embedded one, in a temporary folder, that goes with this process. */
  serverUrl?: string | undefined
  maxConnections?: number | undefined
}

/** A database of its own for a test, with the newest schema and nothing in it; dropped when disposed. */
export async function temporaryDatabase(options: TemporaryDatabaseOptions = {}): Promise<Database> {
  const serverUrl = options.serverUrl ?? (await (embeddedUrl ??= startTemporaryServer()))
  const template = await (templates.get(serverUrl) ?? makeTemplate(serverUrl))
  const name = uniqueName('database')
  await run(serverUrl, `create database ${name} template ${template}`)
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
      await run(serverUrl, `drop database ${name} with (force)`)
    },
  }
}

let embeddedUrl: Promise<string> | undefined
const templates = new Map<string, Promise<string>>()
let count = 0

function uniqueName(kind: string): string {
  return `portofino_test_${kind}_${process.pid}_${++count}`
}

/** Migrated once; the others are copies. */
async function makeTemplate(serverUrl: string): Promise<string> {
  const made = (async () => {
    const name = uniqueName('template')
    await run(serverUrl, `create database ${name}`)
    const client = await connectedClient({ url: urlOf(serverUrl, name), applicationName: 'test' })
    await migrate(client)
    await client.end()
    return name
  })()
  templates.set(serverUrl, made)
  return made
}

/** It may lose what the machine loses, and nothing else: a killed process takes the server and its folder with it. */
async function startTemporaryServer(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portofino-test-'))
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', shared_buffers: '16MB' }
  const { url, processId, socketFolder } = await embeddedServer(folder, { settings })
  const end = 'read -r _; kill -QUIT "$0"; while kill -0 "$0"; do sleep 0.1; done; rm -rf "$1" "$2"'
  const parameters = ['-c', end, String(processId), folder, socketFolder]
  const watch = spawn('sh', parameters, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  watch.unref()
  // Its input ends when this process does.
  const { stdin } = watch
  if ('unref' in stdin && typeof stdin.unref === 'function') stdin.unref()
  return url
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

async function run(url: string, statement: string): Promise<void> {
  const client = await connectedClient({ url, applicationName: 'test' })
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
