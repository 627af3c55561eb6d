export type { Logger, LoggerOptions, LogLevel } from './logger.ts'
export { createLogger } from './logger.ts'
export type { Meters } from './meters.ts'
export { createMeters } from './meters.ts'
