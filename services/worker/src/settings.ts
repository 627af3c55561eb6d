import type { Setting } from '@portofino/process'

/** Every variable that the worker reads, in the order of the help. */
export const settings = [
  { name: 'DATA_DIR', default: './data', meaning: 'folder of the embedded database and the price files' },
  { name: 'DATABASE_URL', default: '', meaning: 'postgres:// address of a PostgreSQL server; the embedded one without it' },
  { name: 'MARKET_DATA', default: 'sample', meaning: 'source of prices, the same for all processes of a database' },
  { name: 'WORKER_THREADS', default: '', meaning: 'threads for what computes (processors less one)' },
  { name: 'METRICS_PORT', default: '', meaning: 'port of /metrics and /health; 0 takes a free one, none without it' },
  { name: 'METRICS_HOST', default: '127.0.0.1', meaning: 'address that they listen on' },
  { name: 'LOG_LEVEL', default: 'info', meaning: 'fatal, error, warn, info, debug, trace or silent' },
] as const satisfies readonly Setting[]
