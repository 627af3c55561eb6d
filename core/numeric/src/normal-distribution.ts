/**
 * Probability that a standard normal variable is at most `z`, accurate to a few units in the last place even far in the lower tail.
 *
 * 0 at −Infinity, 1 at Infinity; underflows to 0 below about −38.5.
 *
 * Source: W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of Computation 23, 1969.
 *
 * ```ts
 * assert.equal(normalCumulative(0), 0.5)
 * assert.equal(normalCumulative(-1.6448536269514722).toFixed(12), '0.050000000000')
 * ```
 */
export function normalCumulative(z: number): number {
  const distance = Math.min(Math.abs(z), BEYOND_UNDERFLOW)
  if (distance <= 0.67448975) return 0.5 + z * rational(CENTER, z * z)
  const tail = upperTail(distance)
  return z < 0 ? tail : 1 - tail
}

/**
 * The `z` below which a standard normal variable falls with probability `p`: the inverse of `normalCumulative`,
 * accurate to about 1e-15 relative.
 *
 * −Infinity at 0, Infinity at 1.
 *
 * Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37, 1988.
 *
 * ```ts
 * assert.equal(normalQuantile(0.5), 0)
 * assert.equal(normalQuantile(0.05).toFixed(12), '-1.644853626951')
 * ```
 *
 * @param p probability, from 0 to 1
 * @throws RangeError outside of 0 to 1
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Cannot compute a normal quantile: the probability must be from 0 to 1, got ${p}`)
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity
  const fromCenter = p - 0.5
  if (Math.abs(fromCenter) <= 0.425) return fromCenter * rational(QUANTILE_CENTER, 0.180625 - fromCenter * fromCenter)
  const root = Math.sqrt(-Math.log(fromCenter < 0 ? p : 1 - p))
  const size = root <= 5 ? rational(QUANTILE_TAIL, root - 1.6) : rational(QUANTILE_FAR_TAIL, root - 5)
  return fromCenter < 0 ? -size : size
}

const BEYOND_UNDERFLOW = 40

/** Probability above `z`, for z beyond the center. */
function upperTail(z: number): number {
  // The square is split so that its rounding error does not grow with the exponential.
  const rounded = Math.trunc(z * 16) / 16
  const density = Math.exp(-rounded * rounded * 0.5) * Math.exp(-(z - rounded) * (z + rounded) * 0.5)
  if (z <= Math.sqrt(32)) return density * rational(TAIL, z)
  const inverseSquare = 1 / (z * z)
  return (density * (1 / Math.sqrt(2 * Math.PI) - inverseSquare * rational(FAR_TAIL, inverseSquare))) / z
}

/** Coefficients of two polynomials, highest power first. */
interface Rational {
  numerator: readonly number[]
  denominator: readonly number[]
}

function rational({ numerator, denominator }: Rational, x: number): number {
  return horner(numerator, x) / horner(denominator, x)
}

function horner(coefficients: readonly number[], x: number): number {
  let value = 0
  for (const coefficient of coefficients) value = value * x + coefficient
  return value
}

const CENTER: Rational = {
  numerator: [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
  denominator: [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
}

const TAIL: Rational = {
  numerator: [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
    6848.190450536283, 11602.65143764735, 9842.714838383978,
  ],
  denominator: [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
    38912.00328609327, 19685.429676859992,
  ],
}

const FAR_TAIL: Rational = {
  numerator: [
    0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
    2.9112874951168793e-5,
  ],
  denominator: [1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5],
}

const QUANTILE_CENTER: Rational = {
  numerator: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  denominator: [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
}

const QUANTILE_TAIL: Rational = {
  numerator: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691,
    4.630337846156546, 1.4234371107496835,
  ],
  denominator: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851, 1.6763848301838038,
    2.053191626637759, 1,
  ],
}

const QUANTILE_FAR_TAIL: Rational = {
  numerator: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  denominator: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
}
