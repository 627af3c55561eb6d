export interface YahooMarket {
  /** ISO 10383, or Yahoo's own name where none exists; null for the publisher of an index. */
  market: string | null
  /** An id that `tradingCalendar` knows, or null. */
  calendar: string | null
  /** In which most of its prices are quoted; for search results only, which name no currency. */
  usualCurrency: string
}

/** Every exchange code of Yahoo's that PortoFino can name: codes, market, calendar, usual currency. */
const table: readonly [codes: string, market: string | null, calendar: string | null, usualCurrency: string][] = [
  ['NMS NGM NCM NAS', 'XNAS', 'XNAS', 'USD'],
  ['NYQ NYS', 'XNYS', 'XNYS', 'USD'],
  ['ASE', 'XASE', 'XNYS', 'USD'],
  ['PCX', 'ARCX', 'XNYS', 'USD'],
  ['BTS BATS', 'BATS', 'XNYS', 'USD'],
  ['PNK OQB OQX OEM OID OTC OBB', 'OTCM', 'XNYS', 'USD'],
  ['SNP DJI NIM CXI CGI WCB CBO NYI', null, 'XNYS', 'USD'],
  ['CCC', 'CRYPTO', 'everyday', 'USD'],
  ['CMX', 'XCEC', null, 'USD'],
  ['NYM', 'XNYM', null, 'USD'],
  ['CME', 'XCME', null, 'USD'],
  ['CBT', 'XCBT', null, 'USD'],
  ['TOR', 'XTSE', null, 'CAD'],
  ['VAN', 'XTSX', null, 'CAD'],
  ['CNQ', 'XCNQ', null, 'CAD'],
  ['NEO', 'NEOE', null, 'CAD'],
  ['MEX', 'XMEX', null, 'MXN'],
  ['SAO', 'BVMF', null, 'BRL'],
  ['BUE', 'XBUE', null, 'ARS'],
  ['SGO', 'XSGO', null, 'CLP'],
  ['LSE', 'XLON', null, 'GBP'],
  ['IOB', 'XLON', null, 'USD'],
  ['GER', 'XETR', null, 'EUR'],
  ['FRA', 'XFRA', null, 'EUR'],
  ['STU', 'XSTU', null, 'EUR'],
  ['BER', 'XBER', null, 'EUR'],
  ['MUN', 'XMUN', null, 'EUR'],
  ['DUS', 'XDUS', null, 'EUR'],
  ['HAM', 'XHAM', null, 'EUR'],
  ['PAR', 'XPAR', null, 'EUR'],
  ['AMS', 'XAMS', null, 'EUR'],
  ['BRU', 'XBRU', null, 'EUR'],
  ['LIS', 'XLIS', null, 'EUR'],
  ['MIL', 'XMIL', null, 'EUR'],
  ['MCE', 'XMAD', null, 'EUR'],
  ['VIE', 'XWBO', null, 'EUR'],
  ['ATH', 'XATH', null, 'EUR'],
  ['HEL', 'XHEL', null, 'EUR'],
  ['ISE', 'XDUB', null, 'EUR'],
  ['EBS', 'XSWX', null, 'CHF'],
  ['STO', 'XSTO', null, 'SEK'],
  ['CPH', 'XCSE', null, 'DKK'],
  ['OSL', 'XOSL', null, 'NOK'],
  ['WSE', 'XWAR', null, 'PLN'],
  ['PRA', 'XPRA', null, 'CZK'],
  ['BUD', 'XBUD', null, 'HUF'],
  ['IST', 'XIST', null, 'TRY'],
  ['TLV', 'XTAE', null, 'ILS'],
  ['JNB', 'XJSE', null, 'ZAR'],
  ['SAU', 'XSAU', null, 'SAR'],
  ['JPX OSA', 'XTKS', null, 'JPY'],
  ['HKG', 'XHKG', null, 'HKD'],
  ['SHH', 'XSHG', null, 'CNY'],
  ['SHZ', 'XSHE', null, 'CNY'],
  ['TAI', 'XTAI', null, 'TWD'],
  ['TWO', 'ROCO', null, 'TWD'],
  ['KSC', 'XKRX', null, 'KRW'],
  ['KOE', 'XKOS', null, 'KRW'],
  ['SES', 'XSES', null, 'SGD'],
  ['KLS', 'XKLS', null, 'MYR'],
  ['JKT', 'XIDX', null, 'IDR'],
  ['SET', 'XBKK', null, 'THB'],
  ['NSI', 'XNSE', null, 'INR'],
  ['BSE', 'XBOM', null, 'INR'],
  ['ASX', 'XASX', null, 'AUD'],
  ['NZE', 'XNZE', null, 'NZD'],
]

const byCode = new Map<string, YahooMarket>(
  table.flatMap(([codes, market, calendar, usualCurrency]) =>
    codes.split(' ').map((code): [string, YahooMarket] => [code, { market, calendar, usualCurrency }]),
  ),
)

/** Null for a code that is not in the list. */
export function yahooMarket(exchange: string): YahooMarket | null {
  return byCode.get(exchange) ?? null
}

/** Market and calendar of an instrument. An exchange outside the list keeps Yahoo's own name; an index trades on no market. */
export function marketOf(exchange: string, kind: string): Pick<YahooMarket, 'market' | 'calendar'> {
  if (kind === 'CRYPTOCURRENCY') return { market: 'CRYPTO', calendar: 'everyday' }
  const known = yahooMarket(exchange)
  const market = kind === 'INDEX' ? null : (known?.market ?? exchange)
  return { market, calendar: known?.calendar ?? null }
}
