import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface ProgramEnd {
  /** Null when a signal ended it or it could not be started. */
  exitCode: number | null
  /** What it wrote, both streams. */
  output: string
}

/** Runs a program to its end; a program that cannot be started ends with what the system says. */
export async function runProgram(command: readonly string[], input = ''): Promise<ProgramEnd> {
  const [program = '', ...parameters] = command
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'pipe'], env: programEnvironment() })
    let output = ''
    const collect = (text: Buffer): void => void (output += text.toString())
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', ({ message }) => resolve({ exitCode: null, output: output + message }))
    child.on('close', (exitCode) => resolve({ exitCode, output }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** PostgreSQL obeys variables such as PGDATA and PGPORT, and a locale; it gets none of them, and speaks English. */
export function programEnvironment(): Record<string, string> {
  const { PATH = '', TMPDIR } = process.env
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(TMPDIR === undefined ? {} : { TMPDIR }) }
}

export function isOnPath(program: string): boolean {
  const { PATH = '' } = programEnvironment()
  return PATH.split(delimiter).some((folder) => existsSync(join(folder, program)))
}
