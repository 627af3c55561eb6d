import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

export const mainFile = fileURLToPath(new URL('main.ts', import.meta.url))
export const example = 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01'

/** What decides about looks and places, the same wherever the tests run. */
export const plainEnvironment: Record<string, string> = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', COLUMNS: '80' }

export interface SpawnOptions {
  environment?: Record<string, string>
  /** Standard input. */
  input?: string | Uint8Array
}

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the real program as a process of its own, as tests of the whole do. */
export async function portofinoProcess(
  words: readonly string[],
  { environment = {}, input = '' }: SpawnOptions = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [mainFile, ...words], { env: { ...plainEnvironment, ...environment } })
  // A process that ends without reading its input closes the pipe early.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, stdout, stderr }
}

/** Of JSON documents, one a line. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests look into documents of any shape
export function documentsOf({ stdout }: Ended): any[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}
