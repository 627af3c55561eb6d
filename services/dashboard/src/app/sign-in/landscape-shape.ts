/** Heights as fractions of the picture: the waterline, the highest growth (a thousandfold), the deepest fall (60%). */
const waterline = 0.7
const growthHeight = 0.51
const fallHeight = 0.21
const deepest = 0.6
const thousandfold = Math.log(1000)

/** Where a growth (as a natural logarithm) stands, from the top. */
export function heightOfGrowth(logarithm: number): number {
  return Math.min(waterline, waterline - (logarithm / thousandfold) * growthHeight)
}

/** Where a fall (as a negative fraction) hangs, from the top. */
export function heightOfFall(fall: number): number {
  return waterline - (fall / deepest) * fallHeight
}

/** The outline of month after month, filled to the waterline, in a box of `values.length - 1` by 1000. */
export function area(values: readonly number[], heightOf: (value: number) => number): string {
  const base = Math.round(waterline * 1000)
  const steps = values.map((value, month) => `L${month} ${Math.round(heightOf(value) * 1000)}`)
  return `M0 ${base}${steps.join('')}L${values.length - 1} ${base}Z`
}
