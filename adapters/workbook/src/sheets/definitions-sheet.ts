import { definitions } from '@portofino/metrics'
import { groupedMoney } from '../page/money-format.ts'
import { headRow } from '../page/sheet-plan.ts'
import type { SheetPlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'
import { groupTitles } from './metrics-sheet.ts'

/** Every definition and policy behind the figures, on one sheet. */
export function definitionsSheet({ document: { policies }, currency }: Report): SheetPlan {
  return {
    name: 'Definitions',
    title: 'Definitions',
    lead: 'V is the index, 1 at the first session; r its returns, m their mean and s their deviation; x = r less the risk-free rate; b the benchmark’s; A sessions a year.',
    widths: [26, 25, 20, 52, 36, 32, 36],
    repeatedRow: null,
    tables: [
      {
        row: headRow,
        column: 0,
        columns: [
          { head: 'Id', kind: 'code' },
          { head: 'Name', kind: 'wrapped' },
          { head: 'Group', kind: 'text' },
          { head: 'Meaning', kind: 'wrapped' },
          { head: 'Formula', kind: 'wrapped' },
          { head: 'Undefined when', kind: 'wrapped' },
          { head: 'Source', kind: 'wrapped' },
        ],
        rows: definitions.map(({ id, name, group, meaning, formula, undefinedWhen, source }) => [
          id,
          name,
          groupTitles[group],
          meaning,
          formula,
          undefinedWhen,
          source ?? undefined,
        ]),
      },
      {
        row: headRow + definitions.length + 4,
        column: 0,
        title: 'Policies of this run',
        columns: [
          { head: 'Id', kind: 'code' },
          { head: 'Value', kind: 'wrapped' },
          { head: '', kind: 'text' },
          { head: 'Meaning', kind: 'wrapped' },
        ],
        rows: policies.map(({ id, value, meaning }) => [id, value, undefined, groupedMoney(meaning, currency)]),
      },
    ],
  }
}
