/** Four unsigned 32-bit words. */
export type PhiloxCounter = readonly [number, number, number, number]
/** Two unsigned 32-bit words. */
export type PhiloxKey = readonly [number, number]

const rounds = 10
const [multiplier0, multiplier1] = [0xd2511f53, 0xcd9e8d57]
const [weyl0, weyl1] = [0x9e3779b9, 0xbb67ae85]

/**
 * Philox4x32-10: four random words, each in 0..2³²−1, as a pure function of a counter and a key. No state, so the numbers of one place
 * depend neither on those drawn before nor on the thread that draws them.
 *
 * Inputs are taken modulo 2³².
 *
 * Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 *
 * ```ts
 * const [word] = philox4x32([0, 0, 0, 0], [0, 0])
 * assert.equal(word.toString(16), '6627e8d5')
 * ```
 *
 * @param counter which draw: any position or name made of four words
 * @param key which stream: a seed and a stream number
 */
export function philox4x32(counter: PhiloxCounter, key: PhiloxKey): [number, number, number, number] {
  let [c0, c1, c2, c3] = counter
  let [k0, k1] = key
  for (let round = 0; round < rounds; round++) {
    const high0 = highProduct(multiplier0, c0)
    const high1 = highProduct(multiplier1, c2)
    const low0 = Math.imul(multiplier0, c0)
    const low1 = Math.imul(multiplier1, c2)
    c0 = high1 ^ c1 ^ k0
    c1 = low1
    c2 = high0 ^ c3 ^ k1
    c3 = low0
    k0 = (k0 + weyl0) | 0
    k1 = (k1 + weyl1) | 0
  }
  return [c0 >>> 0, c1 >>> 0, c2 >>> 0, c3 >>> 0]
}

/** Upper 32 bits of the product of two 32-bit words; half of a word times a word stays below 2⁵³, so every step is exact. */
function highProduct(a: number, b: number): number {
  const word = b >>> 0
  const low = Math.floor(((a & 0xffff) * word) / 0x10000)
  return Math.floor(((a >>> 16) * word + low) / 0x10000)
}
