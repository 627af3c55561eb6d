import type { DraftPortfolio } from '../parser/draft.ts'
import type { Source } from '../parser/part.ts'
import { readableParts } from '../parser/parts.ts'
import { readPortfolio } from '../parser/read-portfolio.ts'
import type { Report } from '../parser/report.ts'

export function readLegacy(source: Source, report: Report): DraftPortfolio {
  return readPortfolio(readableParts(source, report), source, report)
}
