import { parseArgs } from 'node:util'
import { settingLines } from '@portofino/process'
import { settings } from './settings.ts'

/** What the words after `npm start --` ask for. */
export type StartRequest =
  | { kind: 'serve'; environment: Record<string, string | undefined> }
  | { kind: 'help' }
  | { kind: 'wrong'; message: string }

/** Switches stand above the environment. */
export function startRequest(words: readonly string[], environment: Readonly<Record<string, string | undefined>>): StartRequest {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { port: { type: 'string' }, 'data-dir': { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help === true) return { kind: 'help' }
    const switched = { PORT: values.port, DATA_DIR: values['data-dir'] }
    const given = Object.entries(switched).filter(([, value]) => value !== undefined)
    return { kind: 'serve', environment: { ...environment, ...Object.fromEntries(given) } }
  } catch (fault) {
    return { kind: 'wrong', message: `${faultText(fault, words)}\nSee npm start -- --help.` }
  }
}

/** A word without a switch is what npm leaves of `npm start --port 8080`, which it reads as a switch of its own. */
function faultText(fault: unknown, words: readonly string[]): string {
  const isPositional = fault instanceof Error && 'code' in fault && fault.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL'
  if (!isPositional) return fault instanceof Error ? fault.message : String(fault)
  const word = words.at(-1) ?? ''
  const meant = /^\d+$/.test(word) ? `--port ${word}` : `--data-dir ${word}`
  return `Unexpected argument "${word}". npm keeps switches that stand before --: write npm start -- ${meant}`
}

/** The text of `npm start -- --help`. */
export function helpText(): string {
  return [
    'Usage: npm start -- [options]',
    '',
    'Serves PortoFino until Ctrl-C. Without options it listens on http://localhost:8000, keeps everything in ./data and needs',
    'no other server.',
    '',
    'Options',
    '  --port PORT      port to listen on, as PORT',
    '  --data-dir DIR   folder of everything that is kept, as DATA_DIR',
    '  --help           this text',
    '',
    'Environment, with defaults in brackets',
    ...settingLines(settings),
    '',
    'Examples',
    '  npm start -- --port 8080 --data-dir /var/lib/portofino',
    '  MARKET_DATA=yahoo npm start',
  ].join('\n')
}
