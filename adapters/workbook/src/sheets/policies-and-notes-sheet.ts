import { groupedMoney } from '../page/money-format.ts'
import { headRow } from '../page/sheet-plan.ts'
import type { SheetPlan, TablePlan } from '../page/sheet-plan.ts'
import { isoDayOf } from '../page/workbook-day.ts'
import type { Report } from '../report.ts'

/** With more, all would be printed too small on a single page. */
const fewNotes = 10

/** What was decided for the run, what it remarked, and what it takes to get the same numbers again. */
export function policiesAndNotesSheet(report: Report): SheetPlan {
  const { policies, notes } = report.document
  const noteRow = headRow + policies.length + 4
  const sourceRow = noteRow + Math.max(1, notes.length) + 4
  return {
    name: 'Policies and notes',
    title: 'Policies and notes',
    lead: 'Everything that was decided for this run, written in the command or by default.',
    widths: [20, 24, 12, 96],
    repeatedRow: null,
    isOnOnePage: notes.length <= fewNotes,
    tables: [policyTable(report), noteTable(report, noteRow), sourceTable(report, sourceRow)],
  }
}

function policyTable({ document: { policies }, currency }: Report): TablePlan {
  return {
    row: headRow,
    column: 0,
    columns: [
      { head: 'Policy', kind: 'code' },
      { head: 'Value', kind: 'wrapped' },
      { head: 'Set by', kind: 'text' },
      { head: 'Meaning', kind: 'wrapped' },
    ],
    rows: policies.map(({ id, value, is_default, meaning }) => [
      id,
      value,
      is_default ? 'default' : 'command',
      groupedMoney(meaning, currency),
    ]),
  }
}

function noteTable({ document: { notes } }: Report, row: number): TablePlan {
  return {
    row,
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
  }
}

function sourceTable({ document, createdAt }: Report, row: number): TablePlan {
  return {
    row,
    column: 0,
    title: 'Source',
    columns: [
      { head: 'What', kind: 'text' },
      { head: 'Value', kind: 'text' },
    ],
    rows: [
      ['Prices', sourceName(document)],
      ['As of', document.data_as_of],
      ['Report made', isoDayOf(createdAt)],
      ['Data version', document.data_version],
      ['Command hash', document.hash],
      ['Engine', document.engine_version],
    ],
  }
}

/** Where the prices came from; the sample says what it is for. */
export function sourceName({ data_source }: Report['document']): string {
  return data_source === 'sample' ? 'sample, for testing and examples' : data_source
}
