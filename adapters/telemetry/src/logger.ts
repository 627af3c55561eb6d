import { pino } from 'pino'
import type { Logger } from 'pino'
import { loggedFields } from './logged-fields.ts'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

export interface LoggerOptions {
  level: LogLevel
  /** Of the service: `api`, `worker`. */
  name: string
  /** Where the lines go; standard error unless given. */
  destination?: { write: (line: string) => void }
}

/**
 * JSON lines on standard error. Only fields that `loggedFields` names get through, so that no secret does by accident.
 *
 * ```ts
 * const lines: string[] = []
 * const logger = createLogger({ level: 'info', name: 'api', destination: { write: (line) => lines.push(line) } })
 * logger.info({ task_id: 'a', password: 'secret' }, 'task queued')
 * const { name, task_id, msg, password } = JSON.parse(lines[0]!)
 * assert.deepEqual({ name, task_id, msg, password }, { name: 'api', task_id: 'a', msg: 'task queued', password: undefined })
 * ```
 */
export function createLogger({ level, name, destination }: LoggerOptions): Logger {
  const options = {
    level,
    name,
    formatters: { level: (label: string) => ({ level: label }), log: loggedFields },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  }
  return pino(options, destination ?? pino.destination({ dest: 2, sync: true }))
}

export type { Logger }
