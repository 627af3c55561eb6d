export type Span = readonly [number, number]

/** From levels to pixels, evenly. Levels that do not differ lie in the middle. */
export function linearScale([low, high]: Span, [start, end]: Span): (level: number) => number {
  const extent = high - low
  return (level) => start + (extent === 0 ? 0.5 : (level - low) / extent) * (end - start)
}

/** From levels above zero to pixels: equal distances are equal ratios. */
export function logScale([low, high]: Span, pixels: Span): (level: number) => number {
  const even = linearScale([Math.log(low), Math.log(high)], pixels)
  return (level) => even(Math.log(level))
}

/** 1, 2 or 5 times a power of ten, as a fraction: a tenth is exact below a line only. */
interface Step {
  times: number
  over: number
}

/** The step of roughly so many levels over an extent: whichever is nearest by ratio. */
function stepOf(extent: number, count: number): Step {
  const raw = extent / count
  const power = Math.floor(Math.log10(raw))
  const rest = raw / 10 ** power
  const factor = rest >= Math.sqrt(50) ? 10 : rest >= Math.sqrt(10) ? 5 : rest >= Math.sqrt(2) ? 2 : 1
  return power < 0 ? { times: 1, over: 10 ** -power / factor } : { times: factor * 10 ** power, over: 1 }
}

/** Round levels within a span, roughly so many. */
export function roundLevels([low, high]: Span, count: number): number[] {
  if (!(high > low)) return [low]
  const { times, over } = stepOf(high - low, count)
  const level = (place: number): number => (place * times) / over
  let first = Math.round((low * over) / times)
  let last = Math.round((high * over) / times)
  if (level(first) < low) first += 1
  if (level(last) > high) last -= 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => level(first + place))
}

/** The span, widened to round levels. A wider one may have a wider step, which is why it is looked at again. */
export function roundSpan(span: Span, count: number): Span {
  let [low, high] = span
  let before: number | null = null
  for (;;) {
    const { times, over } = stepOf(high - low, count)
    if (times / over === before) return [low, high]
    before = times / over
    low = (Math.floor((low * over) / times) * times) / over
    high = (Math.ceil((high * over) / times) * times) / over
  }
}
