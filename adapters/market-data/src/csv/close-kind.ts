/** What the closes of a symbol mean, and which columns its file must have. */
export interface CloseKind {
  returns: 'total' | 'price' | 'yield'
  /** As traded: total return then comes from events.csv or, without one, from the column `adjusted_close`. */
  isRaw: boolean
  /** Needed in a file of one symbol. */
  columns: readonly string[]
}

const prices = ['open', 'high', 'low', 'close', 'volume']

/** By the name that a manifest writes. */
export const closeKinds: ReadonlyMap<string, CloseKind> = new Map([
  ['adjusted-close-total-return', { returns: 'total', isRaw: false, columns: [] }],
  ['price-index', { returns: 'price', isRaw: false, columns: [] }],
  ['yield-percent', { returns: 'yield', isRaw: false, columns: [] }],
  ['raw-close', { returns: 'total', isRaw: true, columns: ['close'] }],
  ['raw-close-with-adjusted-close', { returns: 'total', isRaw: true, columns: ['close', 'adjusted_close'] }],
  ['raw-ohlcv', { returns: 'total', isRaw: true, columns: prices }],
  ['raw-ohlcv-with-adjusted-close', { returns: 'total', isRaw: true, columns: [...prices, 'adjusted_close'] }],
])

/** The columns that a file of one symbol may have besides `date`. */
export const knownColumns: readonly string[] = [...prices, 'adjusted_close']
