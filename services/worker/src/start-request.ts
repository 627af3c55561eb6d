import { parseArgs } from 'node:util'

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
  DATA_DIR        folder of the embedded database and the price files (./data)
  DATABASE_URL    postgres:// address of a PostgreSQL server; the embedded one without it
  MARKET_DATA     source of prices, the same for all processes of a database (sample)
  WORKER_THREADS  threads for what computes (processors less one)
  METRICS_PORT    port of /metrics and /health; 0 takes a free one, none without it
  METRICS_HOST    address that they listen on (127.0.0.1)
  LOG_LEVEL       fatal, error, warn, info, debug, trace or silent (info)

Example
  DATABASE_URL=postgres://user@host/portofino METRICS_PORT=9464 npm run worker`
