import type { HistoryItem } from '../../api/queries.ts'

export type Selected = ReadonlyMap<number, HistoryItem>

/** With a run more, or without it. */
export function toggled(selected: Selected, run: HistoryItem): Selected {
  const next = new Map(selected)
  if (!next.delete(run.id)) next.set(run.id, run)
  return next
}

/** With all runs of a page; without them where all are chosen already. */
export function toggledPage(selected: Selected, runs: readonly HistoryItem[]): Selected {
  const areAll = runs.every(({ id }) => selected.has(id))
  const next = new Map(selected)
  for (const run of runs) {
    if (areAll) next.delete(run.id)
    else next.set(run.id, run)
  }
  return next
}
