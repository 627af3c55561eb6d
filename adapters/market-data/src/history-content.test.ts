import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { CorporateAction } from '@portofino/market'
import fc from 'fast-check'
import { decodeContent, encodeContent, historyVersion, type HistoryContent } from './history-content.ts'

const price = fc.double({ min: 1e-6, max: 1e9, noNaN: true })
const day = fc.integer({ min: 0, max: 9999 })
const plainObject = { noNullPrototype: true }
const action: fc.Arbitrary<CorporateAction> = fc.oneof(
  fc.record({ type: fc.constant('split' as const), day, ratio: price }, plainObject),
  fc.record({ type: fc.constant('dividend' as const), day, amount: price }, plainObject),
  fc.record({ type: fc.constant('delisting' as const), day, return: price }, plainObject),
  fc.record({ type: fc.constant('rename' as const), day, symbol: fc.string() }, plainObject),
)

function contentOf({ symbol, closes, isRaw, actions }: Recipe): HistoryContent {
  const days = Int32Array.from(closes, (_, t) => 10_000 + t)
  const column = Float64Array.from(closes)
  const doubled = column.map((close) => 2 * close)
  return {
    instrument: { symbol, market: null, calendar: 'XNYS', currency: 'USD', returns: 'total' },
    adjusted: { days, closes: column },
    raw: isRaw ? { days, open: doubled, high: column, low: doubled, close: column, volume: doubled } : null,
    actions,
  }
}

interface Recipe {
  symbol: string
  closes: number[]
  isRaw: boolean
  actions: CorporateAction[]
}

const recipe = fc.record<Recipe>({ symbol: fc.string(), closes: fc.array(price), isRaw: fc.boolean(), actions: fc.array(action) })
const plain: Recipe = { symbol: 'ACME', closes: [1, 2], isRaw: true, actions: [] }

describe('content of a price file', () => {
  test('is read back as it was written, wherever the bytes lie', () => {
    fc.assert(
      fc.property(recipe, fc.nat({ max: 7 }), (made, shift) => {
        const content = contentOf(made)
        const bytes = encodeContent(content)
        const shifted = new Uint8Array(bytes.length + shift)
        shifted.set(bytes, shift)
        assert.deepEqual(decodeContent(shifted.subarray(shift)), content)
      }),
    )
  })

  test('refuses other files, other formats and cut columns', () => {
    const bytes = encodeContent(contentOf(plain))
    assert.throws(() => decodeContent(Buffer.from('no prices at all')), /no price file/)
    assert.throws(() => decodeContent(bytes.subarray(0, 7)), /no price file/)
    assert.throws(() => decodeContent(bytes.subarray(0, bytes.length - 1)), /columns must have/)
    assert.throws(() => decodeContent(bytes.with(8, 9)), /format must be 1, got 9/)
  })
})

describe('historyVersion', () => {
  test('is equal for equal content, whatever else the instrument says', () => {
    const named = contentOf(plain)
    const other = contentOf(plain)
    const instrument = { ...other.instrument, name: 'Acme', first: 1, last: 2 }
    assert.equal(historyVersion({ ...other, instrument }), historyVersion(named))
  })

  test('does not depend on the order of the keys of an event', () => {
    const [one, two]: CorporateAction[] = [
      { type: 'split', day: 3, ratio: 2 },
      { ratio: 2, day: 3, type: 'split' },
    ]
    assert.equal(
      historyVersion(contentOf({ ...plain, actions: [one!] })),
      historyVersion(contentOf({ ...plain, actions: [two!] })),
    )
  })

  test('changes with each close, event, currency and the meaning of closes', () => {
    const content = contentOf(plain)
    const others: HistoryContent[] = [
      contentOf({ ...plain, closes: [1, 2.0000000000000004] }),
      contentOf({ ...plain, actions: [{ type: 'split', day: 1, ratio: 2 }] }),
      contentOf({ ...plain, isRaw: false }),
      { ...content, instrument: { ...content.instrument, currency: 'EUR' } },
      { ...content, instrument: { ...content.instrument, returns: 'price' } },
    ]
    const versions = new Set([content, ...others].map(historyVersion))
    assert.equal(versions.size, others.length + 1)
  })
})
