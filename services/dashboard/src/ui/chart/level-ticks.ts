import { roundLevels } from './scale.ts'

export interface Levels {
  low: number
  high: number
}

const steps = [1, 2, 5] as const

/** Round levels between two, roughly so many: even ones, or 1, 2, 5, 10 … where the scale is logarithmic and they are enough. */
export function levelTicks({ low, high }: Levels, { count, isLog }: { count: number; isLog: boolean }): number[] {
  if (!(high > low)) return [low]
  const even = roundLevels([low, high], count)
  if (!isLog || low <= 0) return even
  const powers = decades({ low, high }).flatMap((power) => steps.map((step) => step * power))
  const inside = powers.filter((level) => level >= low && level <= high)
  if (inside.length < 3) return even
  return inside.length <= count + 2 ? inside : inside.filter((level) => Number.isInteger(Number(Math.log10(level).toFixed(9))))
}

function decades({ low, high }: Levels): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))]
  return Array.from({ length: last - first + 1 }, (_, place) => 10 ** (first + place))
}
