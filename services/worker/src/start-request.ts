import { parseArgs } from 'node:util'
import { settingLines } from '@portofino/process'
import { settings } from './settings.ts'

/** What the words after `npm run worker --` ask for. */
export type StartRequest =
  | { kind: 'work'; environment: Record<string, string | undefined> }
  | { kind: 'help' }
  | { kind: 'wrong'; message: string }

/** Switches stand above the environment. */
export function startRequest(words: readonly string[], environment: Readonly<Record<string, string | undefined>>): StartRequest {
  try {
    const options = { 'data-dir': { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const
    const { values } = parseArgs({ args: [...words], options })
    if (values.help === true) return { kind: 'help' }
    const switched = values['data-dir'] === undefined ? {} : { DATA_DIR: values['data-dir'] }
    return { kind: 'work', environment: { ...environment, ...switched } }
  } catch (fault) {
    return { kind: 'wrong', message: `${fault instanceof Error ? fault.message : String(fault)}\nSee npm run worker -- --help.` }
  }
}

/** The text of `npm run worker -- --help`. */
export const helpText = `Usage: npm run worker -- [options]

Runs what waits in the database, beside or instead of the server's own workers (WORKERS=none), until Ctrl-C.

Options
  --data-dir DIR   folder of everything that is kept, as DATA_DIR
  --help           this text

Environment, with defaults in brackets
${settingLines(settings).join('\n')}

Example
  DATABASE_URL=postgres://user@host/portofino METRICS_PORT=9464 npm run worker`
