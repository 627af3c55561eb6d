import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** A value of JSON; written as text, so that an array never becomes an array of SQL. */
export type JsonColumn<Value = unknown> = ColumnType<Value, string, string>
export type NullableJsonColumn<Value = unknown> = ColumnType<Value | null, string | null | undefined, string | null>

/** Set by the database unless given. */
type Moment = ColumnType<Date, Date | undefined, Date>
type NullableMoment = ColumnType<Date | null, Date | null | undefined, Date | null>
type Nullable<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

export type Role = 'operator' | 'member'
export type Transport = 'json' | 'cookie'
export type TokenScope = 'read' | 'operate'
export type TaskStatus = 'queued' | 'running' | 'done' | 'failed' | 'canceled'

export interface UserTable {
  id: GeneratedAlways<number>
  email: Nullable<string>
  email_key: Nullable<string>
  password_hash: Nullable<string>
  role: Role
  is_guest: Generated<boolean>
  created_at: Moment
  expires_at: NullableMoment
}

export interface GoogleIdentityTable {
  issuer: string
  subject: string
  user_id: number
  email: string
  linked_at: Moment
}

export interface SessionTable {
  id: string
  user_id: number
  transport: Transport
  user_agent: string
  address: string
  network: string
  device: Nullable<Buffer>
  created_at: Moment
  last_used_at: Moment
  expires_at: Date
  revoked_at: NullableMoment
}

export interface RefreshTokenTable {
  hash: Buffer
  session_id: string
  created_at: Moment
  expires_at: Date
  used_at: NullableMoment
  successor: Nullable<Buffer>
}

export interface ApiTokenTable {
  id: GeneratedAlways<number>
  user_id: number
  name: string
  scope: TokenScope
  hash: Buffer
  created_at: Moment
  last_used_at: NullableMoment
}

export interface LoginFailureTable {
  email_key: string
  /** Empty for strangers to the account. */
  source: string
  failures: number
  last_failure_at: Date
  blocked_until: NullableMoment
}

export interface WsTicketTable {
  hash: Buffer
  user_id: number
  session_id: string
  origin: Nullable<string>
  expires_at: Date
}

/** Headline figures of a result; null where one is undefined. */
export interface SimulationFigures {
  status: 'ok' | 'ruined'
  cagr: number | null
  sharpe: number | null
  maxDrawdown: number | null
  totalReturn: number | null
  /** ISO dates. */
  periodFrom: string
  periodTo: string
  /** Money by session as an index from 100, a few dozen points. */
  spark: number[]
}

export interface SimulationResultTable {
  key: Buffer
  document: Buffer
  portfolio_value: Buffer
  figures: JsonColumn<SimulationFigures>
  created_at: Moment
}

export interface SimulationSeriesTable {
  key: Buffer
  columns: Buffer
}

export interface SimulationTable {
  id: GeneratedAlways<number>
  task_id: string
  user_id: number
  command: string
  dialect: 'default' | 'legacy'
  canonical: string
  status: TaskStatus
  name: Generated<string>
  tags: Generated<string[]>
  created_at: Moment
  started_at: NullableMoment
  finished_at: NullableMoment
  cagr: Nullable<number>
  sharpe: Nullable<number>
  max_drawdown: Nullable<number>
  total_return: Nullable<number>
  /** ISO date. */
  period_from: Nullable<string>
  period_to: Nullable<string>
  outcome: Nullable<'ok' | 'ruined'>
  spark: NullableJsonColumn<number[]>
  result_key: Nullable<Buffer>
  error: NullableJsonColumn<Record<string, unknown>>
  deleted_at: NullableMoment
}

export interface IdempotencyKeyTable {
  user_id: number
  key: string
  fingerprint: Buffer
  simulation_id: number
  created_at: Moment
}

export interface ReportTable {
  task_id: string
  user_id: number
  simulation_id: number
  status: TaskStatus
  created_at: Moment
  finished_at: NullableMoment
  expires_at: NullableMoment
  file_name: Nullable<string>
  file: Nullable<Buffer>
  error: NullableJsonColumn
}

/** A message of a task without `task_id`, `user_id` and `seq`, which are columns. */
export interface TaskMessageBody {
  status: TaskStatus
  [field: string]: unknown
}

export interface TaskEventTable {
  task_id: string
  seq: number
  user_id: number
  at: Moment
  message: JsonColumn<TaskMessageBody>
}

export interface OutboxTable {
  position: GeneratedAlways<number>
  id: string
  type: string
  time: Moment
  subject: string
  user_id: Nullable<number>
  data: JsonColumn
  version: number
  published_at: NullableMoment
}

export interface ConsumedEventTable {
  consumer: string
  event_id: string
  consumed_at: Moment
}

export interface TickerUsageTable {
  symbol: string
  uses: number
  last_used_at: Date
}

export interface AssetTable {
  source: string
  symbol: string
  market: string
  instrument: JsonColumn
  updated_at: Moment
  version: Nullable<string>
  as_of: Nullable<string>
  /** ISO dates. */
  asked_from: Nullable<string>
  asked_to: Nullable<string>
}

export interface PriceVersionTable {
  source: string
  symbol: string
  market: string
  version: string
  bytes: Buffer
  created_at: Moment
  checked_at: Moment
}

/** Every table of the migrations by its name. */
export interface Tables {
  users: UserTable
  google_identities: GoogleIdentityTable
  sessions: SessionTable
  refresh_tokens: RefreshTokenTable
  api_tokens: ApiTokenTable
  login_failures: LoginFailureTable
  ws_tickets: WsTicketTable
  simulation_results: SimulationResultTable
  simulation_series: SimulationSeriesTable
  simulations: SimulationTable
  idempotency_keys: IdempotencyKeyTable
  reports: ReportTable
  task_event: TaskEventTable
  outbox: OutboxTable
  consumed_events: ConsumedEventTable
  ticker_usage: TickerUsageTable
  assets: AssetTable
  price_versions: PriceVersionTable
}
