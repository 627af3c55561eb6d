import { mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { runningServer, stopServer } from './embedded/embedded-server.ts'
import { copyModel } from './temporary-server.ts'

/** A folder of the test file's own; at its end a server in it is stopped and it goes. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portofino-database-'))
  after(async () => {
    const left = await runningServer(join(folder, 'database')).catch(() => null)
    if (left !== null) await stopServer(left)
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}

/** A data directory of the test file's own, in which the database has been made and never started. */
export async function temporaryDataDirectory(): Promise<string> {
  const dataDirectory = temporaryFolder()
  mkdirSync(join(dataDirectory, 'database'), { mode: 0o700 })
  await copyModel(join(dataDirectory, 'database'))
  return dataDirectory
}
