import type { Metric } from './metric.ts'
import { monthsNeeded, survival } from './needs.ts'
import { sharpeRatio } from './sharpe-ratio.ts'

/** The Sharpe ratio on calendar months, partial ones included: `sharpeRatio(months, 12)`. */
export const monthlySharpeMetric: Metric<'sharpe_monthly'> = {
  definition: {
    id: 'sharpe_monthly',
    name: 'Sharpe ratio, monthly',
    plainName: 'return for the risk taken, by month',
    group: 'ratio',
    unit: 'ratio',
    meaning:
      'The Sharpe ratio from monthly instead of daily returns. Far above the daily one, it shows that daily swings tend to cancel out.',
    formula: 'mean(x)/sd(x) · √12, on months',
    undefinedWhen: 'Fewer than 2 months, monthly returns that do not vary, or a ruined run.',
    source: 'W. F. Sharpe, The Sharpe ratio, Journal of Portfolio Management, 1994',
  },
  needs: [survival, monthsNeeded(2)],
  compute: (context) => sharpeRatio(context.monthExcess(), 12),
  otherwise: 'the monthly returns do not vary',
}
