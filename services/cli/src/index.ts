export { type CliConfig, readConfig } from './config.ts'
export { exitCode } from './exit-code.ts'
export { portofino } from './portofino.ts'
export type { Surroundings } from './surroundings.ts'
