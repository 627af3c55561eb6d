import type { HistoryItem } from '@portofino/contract'

/** As much of a row as lists show. */
export interface ListedRow extends Omit<HistoryItem, 'created_at' | 'finished_at' | 'period'> {
  created_at: Date
  finished_at: Date | null
  period_from: string | null
  period_to: string | null
}

/** A run as lists show it. */
export function historyItem(row: ListedRow): HistoryItem {
  const { period_from: from, period_to: to } = row
  return {
    id: row.id,
    task_id: row.task_id,
    user_id: row.user_id,
    command: row.command,
    cagr: row.cagr,
    sharpe: row.sharpe,
    max_drawdown: row.max_drawdown,
    total_return: row.total_return,
    created_at: row.created_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
    status: row.status,
    name: row.name,
    tags: row.tags,
    period: from === null || to === null ? null : { from, to },
    outcome: row.outcome,
    progress: row.progress,
    ...(row.spark !== undefined && { spark: row.spark }),
    error: row.error,
  }
}
