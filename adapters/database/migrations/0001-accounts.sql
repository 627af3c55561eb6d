-- Accounts and what signs them in. Secrets are stored as hashes only: Argon2id for passwords, SHA-256 for tokens, which are random.

create table users (
  id integer generated always as identity primary key,
  -- As typed, and as compared: Unicode NFC in lower case. Null for guests.
  email text,
  email_key text unique,
  password_hash text,
  role text not null check (role in ('operator', 'member')),
  is_guest boolean not null default false,
  created_at timestamptz not null default now(),
  -- A guest is removed after this moment.
  expires_at timestamptz,
  check (is_guest = (email is null)),
  check ((email is null) = (email_key is null)),
  check (is_guest = (expires_at is not null))
);

-- An identity is an issuer and its subject, never an address.
create table google_identities (
  issuer text not null,
  subject text not null,
  user_id integer not null references users on delete cascade,
  email text not null,
  linked_at timestamptz not null default now(),
  primary key (issuer, subject),
  unique (user_id)
);

create table sessions (
  id uuid primary key,
  user_id integer not null references users on delete cascade,
  -- How the refresh token travels.
  transport text not null check (transport in ('json', 'cookie')),
  user_agent text not null,
  address text not null,
  -- The neighborhood of the address, as limits count it.
  network text not null,
  -- SHA-256 of the random value that the browser keeps beyond the session, to be known again.
  device bytea,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_of_user on sessions (user_id);

create table refresh_tokens (
  hash bytea primary key,
  session_id uuid not null references sessions on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  -- The token that this one was exchanged for.
  successor bytea
);
create index refresh_tokens_of_session on refresh_tokens (session_id);

create table api_tokens (
  id integer generated always as identity primary key,
  user_id integer not null references users on delete cascade,
  name text not null,
  scope text not null check (scope in ('read', 'operate')),
  hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index api_tokens_of_user on api_tokens (user_id);

-- Sign-ins that failed since the last good one, by the address that was typed, known or not, so that the answer tells neither.
create table login_failures (
  email_key text not null,
  -- Strangers to the account together: empty. A device or network that has signed in before counts for itself.
  source text not null,
  failures integer not null,
  last_failure_at timestamptz not null,
  blocked_until timestamptz,
  primary key (email_key, source)
);

-- Single use, for the first message of a socket.
create table ws_tickets (
  hash bytea primary key,
  user_id integer not null references users on delete cascade,
  session_id uuid not null references sessions on delete cascade,
  origin text,
  expires_at timestamptz not null
);
