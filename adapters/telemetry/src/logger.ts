import { isatty } from 'node:tty'
import { pino } from 'pino'
import type { Logger } from 'pino'
import { textWithoutSecrets, withoutSecrets } from './live-secrets.ts'
import { loggedFields } from './logged-fields.ts'
import { terminalText } from './terminal-text.ts'

/** From the fewest lines to the most, and none at all. */
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export interface LoggerOptions {
  level: LogLevel
  /** Of the service: `api`, `worker`. */
  name: string
  /** Where the lines go; standard error unless given. */
  destination?: LineSink
  /** Lines for programs, or for a person; for a person where standard error is a terminal, unless given. */
  form?: 'json' | 'terminal'
}

export interface LineSink {
  write: (line: string) => void
}

/**
 * JSON lines on standard error, or short ones where that is a terminal. Only fields that `loggedFields` names get through, and no secret that `concealSecret` was told, nor what looks
 * like a token of ours.
 *
 * ```ts
 * const lines: string[] = []
 * const logger = createLogger({ level: 'info', name: 'api', destination: { write: (line) => lines.push(line) } })
 * logger.info({ task_id: 'a', password: 'secret' }, 'task queued')
 * const { name, task_id, msg, password } = JSON.parse(lines[0]!)
 * assert.deepEqual({ name, task_id, msg, password }, { name: 'api', task_id: 'a', msg: 'task queued', password: undefined })
 * ```
 */
export function createLogger({ level, name, destination, form = usualForm(destination) }: LoggerOptions): Logger {
  const options = {
    level,
    name,
    formatters: { level: (label: string) => ({ level: label }), log: loggedFields },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  }
  const lines = destination ?? standardError()
  // Scrubbed while it is JSON, where every text is whole, and again as it is shown: nothing comes behind the scrubber.
  const shown = form === 'json' ? withoutSecrets : (line: string) => textWithoutSecrets(terminalText(withoutSecrets(line)))
  return pino(options, { write: (line: string) => lines.write(shown(line)) })
}

function usualForm(destination: LineSink | undefined): 'json' | 'terminal' {
  return destination === undefined && isatty(2) ? 'terminal' : 'json'
}

function standardError(): LineSink {
  const stream = pino.destination({ dest: 2, sync: true })
  let isGone = false
  // A terminal that was closed takes no line (EIO), and nobody is left to tell: the process has to stop in order all the same.
  stream.on('error', () => {
    isGone = true
  })
  return { write: (line) => void (isGone || stream.write(line)) }
}

export type { Logger }
