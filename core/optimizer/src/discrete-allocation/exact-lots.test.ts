import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Book } from './book.ts'
import { exactLots, missed } from './exact-lots.ts'

/** The least distance over all lots that the value can pay. */
function byTrying(book: Book): number {
  const lots = new Float64Array(book.targets.length)
  const best = (i: number, spent: number): number => {
    if (i === lots.length) return missed(book, lots)
    let least = Infinity
    for (let count = 0; spent + count * book.lotCosts[i]! <= book.value; count++) {
      lots[i] = count
      least = Math.min(least, best(i + 1, spent + count * book.lotCosts[i]!))
    }
    lots[i] = 0
    return least
  }
  return best(0, 0)
}

const asset = fc.record({
  weight: fc.integer({ min: 0, max: 20 }),
  price: fc.integer({ min: 500, max: 6000 }),
  fee: fc.constantFrom(0, 0, 0.01, 0.1),
})
const books = fc
  .tuple(fc.array(asset, { minLength: 1, maxLength: 5 }), fc.integer({ min: 20, max: 150 }))
  .filter(([assets]) => assets.some(({ weight }) => weight > 0))
  .map(([assets, value]): Book => {
    const total = assets.reduce((sum, { weight }) => sum + weight, 0)
    return {
      value,
      targets: Float64Array.from(assets, ({ weight }) => (weight / total) * value),
      lotValues: Float64Array.from(assets, ({ price }) => price / 100),
      lotCosts: Float64Array.from(assets, ({ price, fee }) => (price / 100) * (1 + fee)),
    }
  })

describe('exactLots', () => {
  test('is as close to the targets as any choice there is, with and without fees', () => {
    fc.assert(
      fc.property(books, (book) => {
        const { lots, gap } = exactLots(book, 1_000_000)
        assert.equal(gap, 0)
        assert.ok(Math.abs(missed(book, lots) - byTrying(book)) < 1e-9 * book.value)
        assert.ok(lots.reduce((total, count, i) => total + count * book.lotCosts[i]!, 0) <= book.value * (1 + 1e-11))
      }),
      { numRuns: 300 },
    )
  })

  test('has a gap that holds, wherever it stops', () => {
    fc.assert(
      fc.property(books, fc.integer({ min: 0, max: 10 }), (book, mostNodes) => {
        const { lots, gap, nodes } = exactLots(book, mostNodes)
        assert.ok(nodes <= mostNodes)
        assert.ok(missed(book, lots) - gap <= byTrying(book) + 1e-9 * book.value)
      }),
    )
  })

  test('sells a cheap lot to make room for a dear one where that is closer', () => {
    // Both rounded up cost 160; the second rounded down, and one lot of the third less, leave room for the first.
    const book: Book = {
      value: 150,
      targets: Float64Array.of(55, 40, 55),
      lotValues: Float64Array.of(60, 50, 10),
      lotCosts: Float64Array.of(60, 50, 10),
    }
    const { lots } = exactLots(book, 1000)
    assert.equal(missed(book, lots), byTrying(book))
    assert.deepEqual(Array.from(lots), [1, 1, 4])
  })

  test('needs few nodes for hundreds of assets', () => {
    const n = 300
    const lotValues = Float64Array.from({ length: n }, (_, i) => 5 + ((i * 7919) % 49_999) / 100)
    const targets = new Float64Array(n).fill(100_000 / n)
    const { gap, nodes } = exactLots({ value: 100_000, targets, lotValues, lotCosts: lotValues }, 500_000)
    assert.equal(gap, 0)
    assert.ok(nodes < 50_000, `${nodes} nodes`)
  })
})
