import type { SheetPlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

/** From the second session on. */
export function dailyReturnsSheet({ document }: Report): SheetPlan {
  return byDate({
    name: 'Daily returns',
    lead: 'Return of each session on the one before, from the second session on.',
    returns: document.daily_returns,
  })
}

export function cumulativeReturnsSheet({ document }: Report): SheetPlan {
  return byDate({
    name: 'Cumulative returns',
    lead: 'Growth since the first session, which has 0.',
    returns: document.cumulative_returns,
  })
}

function byDate({
  name,
  lead,
  returns = {},
}: {
  name: string
  lead: string
  returns: Record<string, number> | undefined
}): SheetPlan {
  return {
    name,
    title: name,
    lead,
    widths: [14, 16],
    series: [
      { head: 'Date', kind: 'date', values: Object.keys(returns) },
      { head: 'Return', kind: 'signedPercent', values: Object.values(returns) },
    ],
    orientation: 'portrait',
  }
}
