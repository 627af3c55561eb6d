import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Numbers, ResultDocument } from './figures.ts'
import { numbersOf } from './figures.ts'

const mainFile = join(import.meta.dirname, '..', '..', '..', 'cli', 'src', 'main.ts')

async function output(command: string, words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [mainFile, 'simulate', command, ...words], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1', COLUMNS: '110', LANG: 'C.UTF-8' },
    maxBuffer: 100_000_000,
  })
  return stdout
}

/** What `portofino simulate COMMAND --json --series` says. */
export async function commandLineNumbers(command: string): Promise<Numbers> {
  const document = JSON.parse(await output(command, ['--json', '--series'])) as ResultDocument & { series: { value: number[] } }
  return numbersOf(document, document.series.value.at(-1) ?? Number.NaN)
}

/** What it says to a person. */
export async function commandLineText(command: string): Promise<string> {
  return output(command, [])
}
