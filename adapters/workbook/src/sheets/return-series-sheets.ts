import type { SheetPlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

/** From the second session on. */
export function dailyReturnsSheet({ document }: Report): SheetPlan {
  return byDate({
    name: 'Daily returns',
    lead: 'Of each session on the one before.',
    returns: document.daily_returns,
  })
}

export function cumulativeReturnsSheet({ document }: Report): SheetPlan {
  return byDate({
    name: 'Cumulative returns',
    lead: 'Growth since the first session.',
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
    widths: [14, 22],
    series: [
      { head: 'Date', kind: 'date', values: Object.keys(returns) },
      { head: 'Return', kind: 'signedPercent', values: Object.values(returns) },
    ],
    orientation: 'portrait',
  }
}
