const names: Readonly<Record<string, string>> = { XNAS: 'NASDAQ', XNYS: 'NYSE', ARCX: 'NYSE Arca', XLON: 'London', XETR: 'Xetra' }

/** The name that people know a market by; its code where there is none, `Index` for what trades nowhere. */
export function marketName(market: string | null): string {
  return market === null ? 'Index' : (names[market] ?? market)
}
