import type { HistoryItem } from '../../api/queries.ts'
import { csvText } from '../../files/csv-text.ts'

const columns = {
  id: ({ id }: HistoryItem) => id,
  name: ({ name }: HistoryItem) => name,
  command: ({ command }: HistoryItem) => command,
  status: ({ status }: HistoryItem) => status,
  outcome: ({ outcome }: HistoryItem) => outcome,
  from: ({ period }: HistoryItem) => period?.from ?? null,
  to: ({ period }: HistoryItem) => period?.to ?? null,
  total_return: (run: HistoryItem) => run.total_return,
  cagr: ({ cagr }: HistoryItem) => cagr,
  max_drawdown: (run: HistoryItem) => run.max_drawdown,
  sharpe: ({ sharpe }: HistoryItem) => sharpe,
  created_at: (run: HistoryItem) => run.created_at,
  tags: ({ tags }: HistoryItem) => tags.join(' '),
}

/** Runs as a table for other programs: names of the API, full precision. */
export function listAsCsv(runs: readonly HistoryItem[]): string {
  const values = Object.values(columns)
  return csvText(
    Object.keys(columns),
    runs.map((run) => values.map((value) => value(run))),
  )
}

/** The same as JSON, tags as a list. */
export function listAsJson(runs: readonly HistoryItem[]): string {
  const rows = runs.map((run) => {
    const values = Object.entries(columns).map(([name, value]) => [name, value(run)] as const)
    return { ...Object.fromEntries(values), tags: run.tags }
  })
  return `${JSON.stringify(rows, null, 2)}\n`
}
