export type { ReportOptions } from './report-workbook.ts'
export { reportWorkbook } from './report-workbook.ts'
