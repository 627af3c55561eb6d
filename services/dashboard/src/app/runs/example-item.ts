import type { HistoryItem } from '../../api/queries.ts'

/** A run as the API lists it. For tests. */
export const exampleHistoryItem: HistoryItem = {
  id: 17,
  task_id: '7f9c24e5-0f4b-4b4b-9d0b-2f1e3a4b5c6d',
  user_id: 1,
  command: 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01',
  cagr: 0.17227935,
  sharpe: 0.63555856,
  max_drawdown: 0.30252672,
  total_return: 0.607665174,
  created_at: '2026-01-05T09:30:00.000Z',
  finished_at: '2026-01-05T09:30:00.012Z',
  status: 'done',
  name: 'Two giants',
  tags: ['tech'],
  period: { from: '2020-01-02', to: '2022-12-28' },
  outcome: 'ok',
  progress: null,
  spark: [100, 98.89, 121.4, 160.8],
  error: null,
}
