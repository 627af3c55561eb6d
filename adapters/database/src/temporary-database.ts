import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from './database.ts'
import { embeddedServer, type EmbeddedServer } from './embedded/embedded-server.ts'

/**
 * A database of its own for a test, with the newest schema and nothing in it; dropped when disposed. All those of a process are on one embedded
 * server in a temporary folder, which goes with the process, however that ends.
 */
export async function temporaryDatabase(): Promise<Database> {
  server ??= startTemporaryServer()
  const { url } = await server
  const name = `temporary_${++count}`
  await run(url, `create database ${name}`)
  const address = new URL(url)
  address.pathname = `/${name}`
  const database = await openDatabase({ dataDirectory: '', databaseUrl: address.href, applicationName: 'test' })
  return {
    ...database,
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]()
      await run(url, `drop database ${name} with (force)`)
    },
  }
}

let server: Promise<EmbeddedServer> | undefined
let count = 0

async function startTemporaryServer(): Promise<EmbeddedServer> {
  const folder = await mkdtemp(join(tmpdir(), 'portofino-test-'))
  const started = await embeddedServer(folder)
  // Its input ends with this process, even with a killed one.
  const watch = spawn('sh', ['-c', 'read -r _; kill -QUIT "$0"; sleep 1; rm -rf "$1"', String(started.processId), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watch.unref()
  ;(watch.stdin as unknown as { unref(): void }).unref()
  return started
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
