-- Prices that every host shares; files are caches of these rows.

create table assets (
  source text not null,
  symbol text not null,
  market text not null default '',
  -- The instrument as the market-data adapter writes it.
  instrument json not null,
  updated_at timestamptz not null default now(),
  primary key (source, symbol, market)
);

create table price_versions (
  source text not null,
  symbol text not null,
  -- SHA-256 in hex over the content.
  version text not null,
  bytes bytea not null,
  created_at timestamptz not null default now(),
  -- When the source last said that this is still what it has.
  checked_at timestamptz not null default now(),
  is_current boolean not null,
  primary key (source, symbol, version)
);
create unique index current_price_version on price_versions (source, symbol) where is_current;
