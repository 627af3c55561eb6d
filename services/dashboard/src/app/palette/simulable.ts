import { parse } from '@portofino/strategy'
import type { Asset } from '../../api/queries.ts'

/** What may be simulated of what is typed: all of it, a single instrument, or what the editor must help with. */
type Simulable =
  | { kind: 'whole'; command: string }
  | { kind: 'instrument'; command: string; asset: Asset }
  | { kind: 'begun'; command: string }
  | null

/** `assets` are those that the server finds for the text. */
export function simulable(typed: string, assets: readonly Asset[]): Simulable {
  const text = typed.trim()
  if (text === '') return null
  const isWhole = parse(text).diagnostics.every(({ severity }) => severity !== 'error')
  if (isWhole) return { kind: 'whole', command: text }
  const asset = /\s/.test(text) ? undefined : assets.find(({ symbol }) => symbol.toLowerCase().startsWith(text.toLowerCase()))
  if (asset !== undefined) return { kind: 'instrument', command: `${asset.symbol}-L-100%`, asset }
  return /^\S+-[ls]/i.test(text) ? { kind: 'begun', command: text } : null
}
