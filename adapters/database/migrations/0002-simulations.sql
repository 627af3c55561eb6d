-- Runs, their results and reports.

-- Results by what decides them, shared by every run that asks for the same.
create table simulation_results (
  -- SHA-256 over hash of the command, data version and engine version.
  key bytea primary key,
  -- The document of the command line's --json without series, as text so that every digit stays.
  document text not null,
  created_at timestamptz not null default now()
);

create table simulation_series (
  key bytea primary key references simulation_results on delete cascade,
  -- JSON of the series, compressed with zstd.
  columns bytea not null
);

create table simulations (
  id integer generated always as identity primary key,
  task_id uuid not null unique,
  user_id integer not null references users on delete cascade,
  command text not null,
  dialect text not null check (dialect in ('default', 'legacy')),
  canonical text not null,
  status text not null check (status in ('queued', 'running', 'done', 'failed', 'canceled')),
  name text not null default '',
  tags text[] not null default '{}',
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  -- Headline figures, for lists; null until done, and where the figure is undefined.
  cagr double precision,
  sharpe double precision,
  max_drawdown double precision,
  total_return double precision,
  period_from date,
  period_to date,
  result_key bytea references simulation_results,
  -- {code, detail, diagnostics?} of a failed run.
  error json,
  deleted_at timestamptz
);
create index simulations_of_user on simulations (user_id, id desc);
create index simulations_by_result on simulations (result_key);

-- A repeated request with the same key gets the answer of the first.
create table idempotency_keys (
  user_id integer not null references users on delete cascade,
  key text not null,
  -- SHA-256 over the body.
  fingerprint bytea not null,
  simulation_id integer not null references simulations on delete cascade,
  created_at timestamptz not null default now(),
  primary key (user_id, key)
);

create table reports (
  task_id uuid primary key,
  user_id integer not null references users on delete cascade,
  simulation_id integer not null references simulations on delete cascade,
  status text not null check (status in ('queued', 'running', 'done', 'failed', 'canceled')),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  -- The file is removed after this moment.
  expires_at timestamptz,
  file_name text,
  file bytea,
  error json
);
create index reports_of_user on reports (user_id, created_at desc);

-- What a socket says of a task, numbered from 1 without gaps.
create table task_event (
  task_id uuid not null,
  seq integer not null,
  user_id integer not null references users on delete cascade,
  at timestamptz not null default now(),
  message json not null,
  primary key (task_id, seq)
);

create table outbox (
  position bigint generated always as identity primary key,
  id uuid not null unique,
  type text not null,
  time timestamptz not null default now(),
  subject text not null,
  user_id integer,
  data json not null,
  version integer not null,
  published_at timestamptz
);
create index outbox_unpublished on outbox (position) where published_at is null;

create table consumed_events (
  consumer text not null,
  event_id uuid not null,
  consumed_at timestamptz not null default now(),
  primary key (consumer, event_id)
);

create table ticker_usage (
  symbol text primary key,
  uses bigint not null,
  last_used_at timestamptz not null
);
