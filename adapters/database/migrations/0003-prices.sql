-- Prices that every host shares; files are caches of these rows.

-- What prices were, by their content: written once, never changed.
create table price_versions (
  -- Name of the source, as in results.
  source text not null,
  symbol text not null,
  -- Empty for what has none, such as an index.
  market text not null,
  -- SHA-256 in hex over the bytes.
  version text not null,
  -- The stored form of the market-data adapter: header and columns.
  bytes bytea not null,
  created_at timestamptz not null default now(),
  -- When the source last said that this is what it has.
  checked_at timestamptz not null default now(),
  primary key (source, symbol, market, version)
);
-- Doubles do not get smaller.
alter table price_versions alter column bytes set storage external;

-- What a source knows of its instruments, and which of their prices are current.
create table assets (
  source text not null,
  symbol text not null,
  market text not null,
  -- The instrument as the market-data adapter describes it.
  instrument json not null,
  -- When it was described or its prices were checked.
  updated_at timestamptz not null default now(),
  -- Null until prices are stored.
  version text,
  -- When the source was asked for them, in its own words: a day or a moment, in UTC.
  as_of text,
  -- Days for which it was asked: every price of them is in the version. Null for prices that came as a whole collection.
  asked_from date,
  asked_to date,
  primary key (source, symbol, market),
  foreign key (source, symbol, market, version) references price_versions,
  check ((version is null) = (as_of is null)),
  check ((asked_from is null) = (asked_to is null) and (asked_from is null or version is not null))
);
