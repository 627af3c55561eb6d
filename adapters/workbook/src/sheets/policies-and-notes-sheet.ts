import { headRow } from '../page/sheet-plan.ts'
import type { SheetPlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

/** What was decided for the run, what it remarked, and what it takes to get the same numbers again. */
export function policiesAndNotesSheet({ document }: Report): SheetPlan {
  const { policies, notes } = document
  const noteRow = headRow + policies.length + 4
  const sourceRow = noteRow + Math.max(1, notes.length) + 4
  return {
    name: 'Policies and notes',
    title: 'Policies and notes',
    lead: 'Everything that was decided for this run, written in the command or by default.',
    widths: [20, 24, 12, 96],
    tables: [
      {
        row: headRow,
        column: 0,
        columns: [
          { head: 'Policy', kind: 'code' },
          { head: 'Value', kind: 'wrapped' },
          { head: 'Set by', kind: 'text' },
          { head: 'Meaning', kind: 'wrapped' },
        ],
        rows: policies.map(({ id, value, is_default, meaning }) => [id, value, is_default ? 'default' : 'command', meaning]),
      },
      {
        row: noteRow,
        column: 0,
        title: 'Notes',
        columns: [
          { head: 'Code', kind: 'code' },
          { head: 'Severity', kind: 'text' },
          { head: '', kind: 'text' },
          { head: 'Message', kind: 'wrapped' },
        ],
        rows:
          notes.length === 0
            ? [[{ value: 'None.', kind: 'text' }]]
            : notes.map(({ code, severity, message }) => [code, severity, undefined, message]),
      },
      {
        row: sourceRow,
        column: 0,
        title: 'Source',
        columns: [
          { head: 'What', kind: 'text' },
          { head: 'Value', kind: 'text' },
        ],
        rows: sourceRows(document),
      },
    ],
  }
}

function sourceRows({ data_source, data_as_of, data_version, hash, engine_version }: Report['document']): string[][] {
  return [
    ['Prices', data_source === 'sample' ? 'sample, for testing and examples' : data_source],
    ['As of', data_as_of],
    ['Data version', data_version],
    ['Command hash', hash],
    ['Engine', engine_version],
  ]
}
