import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { runningServer, stopServer } from './embedded/embedded-server.ts'

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
