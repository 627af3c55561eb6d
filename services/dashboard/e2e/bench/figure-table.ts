/** One line of the report. */
export interface MeasuredFigure {
  what: string
  value: number
  unit: 'KB' | 'ms' | 's' | 'fps' | ''
  /** `atLeast` for what should be high. */
  goal: { atMost: number } | { atLeast: number }
}

const decimals = { KB: 0, ms: 0, s: 2, fps: 0, '': 3 } as const

/** The report as text columns, one figure a line, each with its verdict. */
export function figureTable(figures: readonly MeasuredFigure[]): string {
  const rows = [['what', 'figure', 'goal', ''], ...figures.map(columns)]
  const widths = [0, 1, 2, 3].map((i) => Math.max(...rows.map((row) => row[i]!.length)))
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '))
    .join('\n')
}

function columns({ what, value, unit, goal }: MeasuredFigure): string[] {
  const isMet = 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast
  const aim = 'atMost' in goal ? `<= ${goal.atMost}` : `>= ${goal.atLeast}`
  return [what, `${value.toFixed(decimals[unit])} ${unit}`.trim(), `${aim} ${unit}`.trim(), isMet ? 'met' : 'MISSED']
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
