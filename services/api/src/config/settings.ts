import type { Setting } from '@portofino/process'

/** Every variable that the server reads, in the order of the help. */
export const settings = [
  { name: 'HOST', default: '127.0.0.1', meaning: 'address to listen on' },
  { name: 'PORT', default: '8000', meaning: 'port to listen on; 0 takes a free one' },
  {
    name: 'PUBLIC_URL',
    default: 'http://localhost:PORT',
    meaning: 'where browsers reach it: allowed Host headers, cookies, redirects',
  },
  { name: 'DATA_DIR', default: './data', meaning: 'folder of the embedded database and the price files' },
  { name: 'DATABASE_URL', default: '', meaning: 'postgres:// address of a PostgreSQL server; the embedded one without it' },
  { name: 'REDIS_URL', default: '', meaning: 'reserved for the scaled-out setting; must be empty' },
  { name: 'KAFKA_BROKERS', default: '', meaning: 'reserved for the scaled-out setting; must be empty' },
  { name: 'MARKET_DATA', default: 'sample', meaning: 'source of prices: sample, csv:DIR, yahoo, synthetic:SEED' },
  { name: 'REGISTRATION', default: 'open', meaning: 'open, or closed: nobody can make an account' },
  { name: 'PASSWORD_MIN_LENGTH', default: '8', meaning: 'characters of a password at least, 8..64' },
  { name: 'GOOGLE_CLIENT_ID', default: '', meaning: 'signing in with Google: client id of this server' },
  { name: 'GOOGLE_CLIENT_SECRET', default: '', meaning: 'its secret; both or neither' },
  {
    name: 'ALLOWED_ORIGINS',
    default: '',
    meaning: 'further origins whose pages may call the API; on one machine localhost:5173 and :3000',
  },
  { name: 'TRUSTED_PROXIES', default: '', meaning: 'addresses or networks whose X-Forwarded headers count, separated by commas' },
  { name: 'METRICS_TOKEN', default: '', meaning: 'bearer that opens /metrics to public addresses' },
  { name: 'WORKERS', default: 'in-process', meaning: 'in-process, or none where worker processes run apart' },
  { name: 'LOG_LEVEL', default: 'info', meaning: 'fatal, error, warn, info, debug, trace or silent' },
  { name: 'LOGINS_PER_MINUTE', default: '20', meaning: 'sign-ins of one network; loopback is exempt' },
  { name: 'REGISTRATIONS_PER_HOUR', default: '5', meaning: 'new accounts of one network; loopback is exempt' },
  {
    name: 'CALLS_PER_MINUTE',
    default: '60',
    meaning: 'simulations, optimizations, checks, refreshes and socket tickets of one user, each',
  },
  { name: 'SOCKETS_PER_USER', default: '10', meaning: 'open WebSockets of one user' },
] as const satisfies readonly Setting[]

export type SettingName = (typeof settings)[number]['name']
