import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { exponential } from './exponential.ts'
import { logarithm } from './logarithm.ts'
import { power } from './power.ts'
import { symmetricEigensystem } from './symmetric-eigenvalues.ts'
import { symmetricProduct } from './symmetric-product.ts'

/** Numbers within 0..1 that need no random source. */
function numbers(count: number): Float64Array {
  let state = 1
  return Float64Array.from({ length: count }, () => {
    state = Math.imul(state, 48_271) & 0x7fff_ffff
    return state / 2 ** 31
  })
}

test('the same bits on every engine: with the compilers of V8 11 and 13 and with its interpreter these came out', () => {
  const drawn = numbers(10_000)
  const product = symmetricProduct(numbers(60 * 40), 40)
  const { values, vectors } = symmetricEigensystem(product, 40)
  const lists = [
    drawn.map((x) => exponential(x * 1400 - 700)),
    drawn.map((x) => logarithm(x * 3)),
    drawn.map((x) => power(x * 3, x * 100 - 50)),
    product,
    values,
    vectors,
  ]
  const digests = lists.map((list) => createHash('sha256').update(list).digest('hex').slice(0, 16))
  assert.deepEqual(digests, [
    'f670c76db3fd62ba',
    '21497d392b229c5e',
    'daebe73e7a1d49e9',
    'bd0196074961aece',
    'ab1ace2070b135b2',
    'b176826197839c0e',
  ])
})
