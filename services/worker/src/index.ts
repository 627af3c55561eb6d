export type { WorkerConfig } from './config.ts'
export { readConfig } from './config.ts'
export { openWorker } from './worker.ts'
