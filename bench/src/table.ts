/** One line of the report. */
export interface Row {
  what: string
  /** Ours: seconds unless `unit` says otherwise. */
  ours: number
  unit?: 'seconds' | 'bytes' | 'nanoseconds per asset-day' | 'ratio' | 'per second'
  /** The peer's seconds for the same work; null when it could not run, and undefined when there is none. */
  peer?: { name: string; seconds: number | null }
  target: Target
}

export type Target = { kind: 'at most' | 'at least' | 'times faster'; value: number }

/** The report as text columns, one row a line, each with its verdict. */
export function table(rows: readonly Row[]): string {
  const head = ['what', 'ours', 'peer', 'ratio', 'target', '']
  const cells = [head, ...rows.map(columns)]
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)))
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
    aim(target, unit),
    verdict(target, ours, ratio),
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
  return `${peer.name} ${peer.seconds === null ? 'not here (needs Python 3)' : quantity(peer.seconds, 'seconds')}`
}

function times(ratio: number): string {
  return ratio >= 100 ? Math.round(ratio).toLocaleString('en') : ratio.toPrecision(2)
}

function quantity(value: number, unit: NonNullable<Row['unit']>): string {
  if (unit === 'bytes') return `${(value / 1e6).toFixed(0)} MB`
  if (unit === 'nanoseconds per asset-day') return `${value.toFixed(2)} ns`
  if (unit === 'ratio') return value.toFixed(2)
  if (unit === 'per second') return `${value.toFixed(0)}/s`
  if (value < 1e-3) return `${(value * 1e6).toFixed(1)} us`
  return value < 1 ? `${(value * 1e3).toFixed(2)} ms` : `${value.toFixed(2)} s`
}
