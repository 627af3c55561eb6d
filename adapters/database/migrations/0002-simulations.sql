-- Runs, their results and reports.

-- Results by what decides them, shared by every run that asks for the same. Compressed with zstd where said, so never again by the server.
create table simulation_results (
  -- SHA-256 over all that the document depends on: command, prices, engine.
  key bytea primary key,
  -- The document of the command line's --json without series, as JSON in zstd, so that every digit stays.
  document bytea not null,
  -- Money by session as in the original's field, at most 2,000 points, as JSON in zstd.
  portfolio_value bytea not null,
  -- {cagr, sharpe, maxDrawdown, totalReturn, periodFrom, periodTo, status} of the document, for runs that find it here.
  figures json not null,
  created_at timestamptz not null default now()
);
alter table simulation_results alter column document set storage external;
alter table simulation_results alter column portfolio_value set storage external;

create table simulation_series (
  key bytea primary key references simulation_results on delete cascade,
  -- The packed series of core/simulator: doubles, lowest byte first.
  columns bytea not null
);
alter table simulation_series alter column columns set storage external;

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
-- What a list shows unless asked for more; it is counted without reading the rows.
create index simulations_listed on simulations (user_id, status, id desc) where deleted_at is null;
create index simulations_by_result on simulations (result_key);
-- How many tasks of a user wait, and how many wait before one.
create index simulations_waiting on simulations (user_id, id) where status = 'queued';
create index simulations_deleted on simulations (deleted_at) where deleted_at is not null;

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
create index idempotency_keys_of_simulation on idempotency_keys (simulation_id);

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
alter table reports alter column file set storage external;
create index reports_of_user on reports (user_id, created_at desc);
create index reports_waiting on reports (user_id) where status = 'queued';
create index reports_of_simulation on reports (simulation_id);

-- What a socket says of a task, numbered from 1 without gaps.
create table task_event (
  task_id uuid not null,
  seq integer not null,
  user_id integer not null references users on delete cascade,
  at timestamptz not null default now(),
  -- Without task_id, user_id and seq; the long figures of a result are added when it is read.
  message json not null,
  primary key (task_id, seq)
);
create index task_event_by_age on task_event (at);

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
