import type { ResultDocument } from '@portofino/simulator'
import type { WorkbookProperties } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { cellStyles } from './page/cell-kind.ts'
import { laidOutSheet } from './page/laid-out-sheet.ts'
import { plainFont } from './page/palette.ts'
import { printRanges } from './page/print-setup.ts'
import type { SheetPlan } from './page/sheet-plan.ts'
import { readReport } from './report.ts'
import type { Report } from './report.ts'
import { contributionSheet } from './sheets/contribution-sheet.ts'
import { crisisWindowsSheet } from './sheets/crisis-windows-sheet.ts'
import { definitionsSheet } from './sheets/definitions-sheet.ts'
import { distributionSheet } from './sheets/distribution-sheet.ts'
import { drawdownsSheet } from './sheets/drawdowns-sheet.ts'
import { exposureSheet } from './sheets/exposure-sheet.ts'
import { holdingsSheet } from './sheets/holdings-sheet.ts'
import { metricsSheet } from './sheets/metrics-sheet.ts'
import { monthlyReturnsSheet } from './sheets/monthly-returns-sheet.ts'
import { policiesAndNotesSheet } from './sheets/policies-and-notes-sheet.ts'
import { portfolioValueSheet } from './sheets/portfolio-value-sheet.ts'
import { cumulativeReturnsSheet, dailyReturnsSheet } from './sheets/return-series-sheets.ts'
import { rollingSheet } from './sheets/rolling-sheet.ts'
import { summarySheet } from './sheets/summary/summary-sheet.ts'

/** In the order of the tearsheet. */
const sheetPlans: readonly ((report: Report) => SheetPlan)[] = [
  metricsSheet,
  holdingsSheet,
  monthlyReturnsSheet,
  portfolioValueSheet,
  dailyReturnsSheet,
  cumulativeReturnsSheet,
  drawdownsSheet,
  rollingSheet,
  exposureSheet,
  contributionSheet,
  distributionSheet,
  crisisWindowsSheet,
  policiesAndNotesSheet,
  definitionsSheet,
]

export interface ReportOptions {
  /** When the report was made; it says so. Everything else follows from the document alone. */
  createdAt: Date
  /** A name that somebody gave the run. */
  title?: string | null
}

/**
 * The report of a run as the bytes of an `.xlsx` file: typed numbers and dates, native charts, no formulas. Every figure is
 * that of the document, unrounded; only what arithmetic leaves of nothing is zero: cash below half a minor unit, shares below
 * 1e-12.
 *
 * @param document as written with its series
 * @throws RangeError when it has none
 */
export async function reportWorkbook(document: ResultDocument, { createdAt, title = null }: ReportOptions): Promise<Uint8Array> {
  const report = readReport(document, createdAt)
  const styles = cellStyles(report.currency)
  const plans = sheetPlans.map((plan) => plan(report))
  const sheets = [summarySheet(report, { title, sheets: plans }, styles), ...plans.map((plan) => laidOutSheet(plan, styles))]
  return await writeXlsx({
    sheets,
    properties: properties(report, { createdAt, title }),
    namedRanges: plans.flatMap(printRanges),
    defaultFont: plainFont,
  })
}

function properties({ document, words }: Report, { createdAt, title }: Required<ReportOptions>): WorkbookProperties {
  return {
    title: title ?? document.command,
    subject: 'Simulation report',
    creator: 'PortoFino',
    description: words,
    keywords: document.legs.map(({ symbol }) => symbol ?? '$CASH').join(' '),
    created: createdAt,
    modified: createdAt,
    custom: {
      'Command hash': document.hash,
      'Data version': document.data_version,
      'Data source': document.data_source,
      Engine: document.engine_version,
    },
  }
}
