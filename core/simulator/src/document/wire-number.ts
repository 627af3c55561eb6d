/** JSON knows neither NaN nor infinities, nor a negative zero: the first two become null, the last one plain zero. */
export function wireNumber(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value + 0 : null
}

/** For numbers that are finite by their meaning, such as money and prices: another one is a fault of the simulator. */
export function finiteNumber(value: number, name: string): number {
  if (!Number.isFinite(value)) throw new RangeError(`Cannot write the result: ${name} must be finite, got ${value}`)
  return value + 0
}

export function finiteColumn(values: Float64Array, name: string): number[] {
  return Array.from(values, (value) => finiteNumber(value, name))
}
