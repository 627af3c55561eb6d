/** One line of the report. */
export interface Row {
  what: string
  /** Ours: seconds unless `unit` says otherwise. */
  ours: number
  unit?: 'seconds' | 'bytes' | 'nanoseconds per asset-day' | 'ratio' | 'per second'
  /** The peer's seconds for the same work; null when it could not run, and undefined when there is none. */
  peer?: { name: string; seconds: number | null; range?: Range | undefined; why?: 'failed' }
  /** None where the figure is only for information. */
  target?: Target | undefined
  range?: Range
  quality?: Quality
}

/** Fewest and most seconds. */
export type Range = readonly [number, number]

/** How good the solutions are that the times were taken of. */
export interface Quality {
  /** The largest violation of a limit. */
  ours: number
  peer: number | null
  /** By how much the peer's objective is worse than ours, relative to ours. */
  gap: number | null
}

export type Target = { kind: 'at most' | 'at least' | 'times faster'; value: number }

/** The report as text columns, one row a line, each with its verdict. */
export function table(rows: readonly Row[]): string {
  const head = ['what', 'ours', 'peer', 'ratio', 'target', '']
  return aligned([head, ...rows.map(columns)])
}

/** Ranges and solution quality of those rows that have them; null where none has. */
export function qualityTable(rows: readonly Row[]): string | null {
  const known = rows.filter(({ range, quality }) => range !== undefined || quality !== undefined)
  if (known.length === 0) return null
  const head = ['what', 'ours, range', 'peer, range', 'our violation', "peer's violation", "peer's gap"]
  return aligned([head, ...known.map(qualityColumns)])
}

function qualityColumns({ what, range, peer, quality }: Row): string[] {
  return [
    peer === undefined ? what : `${what}, ${peer.name}`,
    rangeText(range),
    rangeText(peer?.range),
    shareText(quality?.ours),
    shareText(quality?.peer),
    shareText(quality?.gap),
  ]
}

function rangeText(range: Range | undefined): string {
  return range === undefined ? '' : range.map((value) => quantity(value, 'seconds')).join(' to ')
}

function shareText(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : value.toExponential(1)
}

function aligned(cells: readonly (readonly string[])[]): string {
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)))
  return cells
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '))
    .join('\n')
}

function columns({ what, ours, unit = 'seconds', peer, target }: Row): string[] {
  const ratio = typeof peer?.seconds === 'number' ? peer.seconds / ours : null
  return [
    what,
    quantity(ours, unit),
    peerText(peer),
    ratio === null ? '' : `${times(ratio)}x`,
    target === undefined ? '' : aim(target, unit),
    target === undefined ? '' : verdict(target, ours, ratio),
  ]
}

function aim({ kind, value }: Target, unit: NonNullable<Row['unit']>): string {
  if (kind === 'times faster') return `>= ${value.toLocaleString('en')}x`
  return `${kind === 'at most' ? '<=' : '>='} ${quantity(value, unit)}`
}

function verdict(target: Target, ours: number, ratio: number | null): string {
  if (target.kind === 'at most') return ours <= target.value ? 'met' : 'MISSED'
  if (target.kind === 'at least') return ours >= target.value ? 'met' : 'MISSED'
  if (ratio === null) return 'not measured'
  return ratio >= target.value ? 'met' : 'MISSED'
}

function peerText(peer: Row['peer']): string {
  if (peer === undefined) return '-'
  return `${peer.name} ${peer.seconds === null ? (peer.why ?? 'not here') : quantity(peer.seconds, 'seconds')}`
}

function times(ratio: number): string {
  return ratio >= 100 ? Math.round(ratio).toLocaleString('en') : ratio.toPrecision(2)
}

function quantity(value: number, unit: NonNullable<Row['unit']>): string {
  if (unit === 'bytes') return value < 1e6 ? `${(value / 1e3).toFixed(1)} kB` : `${(value / 1e6).toFixed(0)} MB`
  if (unit === 'nanoseconds per asset-day') return `${value.toFixed(2)} ns`
  if (unit === 'ratio') return value.toFixed(2)
  if (unit === 'per second') return `${value.toFixed(0)}/s`
  if (value < 1e-3) return `${(value * 1e6).toFixed(1)} us`
  return value < 1 ? `${(value * 1e3).toFixed(2)} ms` : `${value.toFixed(2)} s`
}
