import type { Catalog } from '@portofino/market'
import type { Diagnosed } from './faults.ts'

/** Mends that write a company's name as a ticker (`apple 50` as `APPLE-L-50%`) write its ticker instead, where only one can be meant. */
export function namedFixes<Told extends Diagnosed>(diagnostics: readonly Told[], catalog: Catalog): Told[] {
  const named = (text: string): string => text.replace(legSymbol, (symbol) => tickerOf(symbol, catalog) ?? symbol)
  return diagnostics.map((each) => ({
    ...each,
    fixes: each.fixes.map(({ title, edits }) => ({
      title: named(title),
      edits: edits.map((edit) => ({ ...edit, text: named(edit.text) })),
    })),
  }))
}

/** The symbol of a leg that names no market. */
const legSymbol = /(?<![^\s(])[A-Z]{3,}(?=-[LS]-)/g

/** The one instrument that has the word in its name; null where it is a ticker itself, or no name or several have it. */
function tickerOf(word: string, catalog: Catalog): string | null {
  if (catalog.find(word).length > 0) return null
  const symbols = new Set<string>()
  for (const { symbol, name } of catalog.instruments()) {
    if (
      name
        .toUpperCase()
        .split(/[^A-Z0-9]+/)
        .includes(word)
    )
      symbols.add(symbol)
  }
  return symbols.size === 1 ? [...symbols][0]! : null
}
