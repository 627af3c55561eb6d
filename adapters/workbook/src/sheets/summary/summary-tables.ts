import { definition } from '@portofino/metrics'
import type { MetricId } from '@portofino/metrics'
import type { KindEntry, SheetPlan, TablePlan } from '../../page/sheet-plan.ts'
import type { Report } from '../../report.ts'
import { metricEntry } from '../metric-entry.ts'

const keyFigures: readonly MetricId[] = [
  'sortino',
  'calmar',
  'time_under_water',
  'var_95',
  'cvar_95',
  'best_day',
  'worst_day',
  'win_rate_month',
  'turnover',
]
const comparedFigures: readonly MetricId[] = ['beta', 'alpha', 'correlation', 'te', 'ir', 'capture_up', 'capture_down']

/** What was asked for, and the sessions that prices allowed. */
export function periodTable({ document: { period } }: Report, row: number): TablePlan {
  return {
    row,
    column: 0,
    columns: [
      { head: 'Period', kind: 'text' },
      { head: '', kind: 'date' },
    ],
    rows: [
      ['First session', period.from],
      ['Last session', period.to],
      ['Sessions', { value: period.sessions, kind: 'leftCount' }],
      ['Sessions a year', { value: period.periods_per_year, kind: 'leftCount' }],
      ['Asked for, from', period.requested_from],
      ['Asked for, to', period.requested_to],
      ['Start moved by', moverEntry(period.start_moved_by)],
      ['End moved by', moverEntry(period.end_moved_by)],
    ],
  }
}

function moverEntry(symbol: string | null): KindEntry {
  return { value: symbol ?? 'nothing', kind: 'text' }
}

export function keyFigureTable({ document: { metrics, benchmark } }: Report, row: number): TablePlan {
  const shown = [...keyFigures, ...(benchmark === null ? [] : comparedFigures)].map(definition)
  return {
    row,
    column: 3,
    columns: [
      { head: 'Key figures', kind: 'text' },
      { head: '', kind: 'text' },
      { head: 'Portfolio', kind: 'ratio' },
    ],
    rows: shown.map((each) => [each.name, undefined, metricEntry(each, metrics)]),
  }
}

/** A way to every sheet. */
export function contentsTable(sheets: readonly SheetPlan[], row: number): TablePlan {
  return {
    row,
    column: 0,
    columns: [
      { head: 'In this workbook', kind: 'text' },
      { head: '', kind: 'text' },
    ],
    rows: sheets.map(({ name }) => [{ value: name, kind: 'text', sheet: name }, undefined]),
  }
}
