/** Sessions of a month. */
const page = 21

/** Where a key leads from a position: a step, a page of 21 or an end. Null for other keys. */
export function readingStep(key: string, at: number, count: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    PageUp: at - page,
    PageDown: at + page,
    Home: 0,
    End: count - 1,
  }
  const target = targets[key]
  return target === undefined ? null : Math.max(0, Math.min(count - 1, target))
}

/** What makes a drawing a slider over its positions. */
export function readingSlider({
  label,
  count,
  at,
  words,
}: {
  label: string
  count: number
  at: number
  words: (at: number) => string
}) {
  return {
    role: 'slider',
    tabIndex: 0,
    'aria-label': label,
    'aria-orientation': 'horizontal',
    'aria-valuemin': 1,
    'aria-valuemax': count,
    'aria-valuenow': at + 1,
    'aria-valuetext': words(at),
  } as const
}
