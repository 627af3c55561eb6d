/** Different in everything that changes how a result is computed or shown. */
export const comparedCommands = [
  'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01',
  'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01 bench=^GSPC',
  'AAPL-L-50% MSFT-S-50% 2020-01-01 2023-01-01 rebalance=monthly cost=5bps',
  'JNJ-L-25% KO-L-25% PG-L-25% WMT-L-25% 2000-01-01 2022-12-28 rebalance=annual bench=^GSPC',
  'GE-L-100% 2000-01-01 2009-12-31 bench=^GSPC rf=2%',
  'AMD-S-100% 2015-01-01 2018-01-01',
  'MSFT-L-60% $CASH-L-40% 2007-01-01 2012-12-31 rebalance=band(5%)',
  'XOM-L-50% CVX-L-50% 2008-01-01 2022-12-28 rebalance=quarterly cost=5bps capital=250000',
  'JPM-L-50% BAC-L-50% 2007-01-01 2007-01-31',
  'AAPL-L-10% JNJ-L-10% JPM-L-10% KO-L-10% MSFT-L-10% PG-L-10% RRC-L-10% UNH-L-10% WMT-L-10% XOM-L-10% 1990-01-01 2022-12-28 rebalance=daily cost=5bps',
] as const
