import type { CornerDocument, OutcomeDocument } from '@portofino/optimizer'
import { noteList } from '../result/note-list.ts'
import { sectionLines } from '../result/section.ts'
import { counted } from '../terminal/numbers.ts'
import { plain } from '../terminal/printable.ts'
import type { Screen } from '../terminal/screen.ts'
import { failureInWords } from './answer-in-words.ts'
import { beforeCosts } from './answer-notes.ts'
import type { Question } from './asked-question.ts'
import { cornerTable } from './corner-list.ts'
import { frontierSection } from './frontier-section.ts'
import { optimizationMasthead, sourceLines } from './optimization-page.ts'
import { paragraph } from './paragraph.ts'

export interface FrontierPageInput {
  outcome: OutcomeDocument
  /** Null for a problem from a file, which has no prices and no words. */
  question: Question | null
}

/** Every corner for a person, and their picture. */
export function frontierPage({ outcome, question }: FrontierPageInput, screen: Screen): string[] {
  const corners = 'corners' in outcome ? outcome.corners : []
  const assets = shownAssets(outcome, corners)
  const failure = failureInWords(outcome, { assets, written: question?.document ?? null })
  const head = `Efficient frontier of ${counted(assets.length, 'instrument')}`
  const table = sectionLines(
    {
      title: counted(corners.length, 'corner'),
      summary: summaryOf(corners),
      lines: corners.length === 0 ? [] : cornerTable({ corners, assets }, screen),
    },
    screen,
  )
  const failed = paragraph(failure, screen, 'fault')
  if (question === null) return [screen.ink.strong(head), ...failed, ...table]
  return [
    ...optimizationMasthead(head, question, screen),
    ...failed,
    ...question.estimates.warnings.flatMap(({ message }) => paragraph(message, screen, 'loss')),
    ...table,
    ...(corners.length === 0 ? [] : frontierSection({ question, corners, chosen: null }, screen)),
    ...noteList(question.notes, screen),
    ...sourceLines(question, screen),
  ]
}

function shownAssets({ assets }: OutcomeDocument, [corner]: readonly CornerDocument[]): string[] {
  return assets?.map(plain) ?? (corner?.weights ?? []).map((_, asset) => `asset ${asset}`)
}

function summaryOf(corners: readonly CornerDocument[]): string {
  const summary = 'Exact; between two of them weights are linear. Return and volatility a year.'
  return corners.some(({ cost }) => cost !== 0) ? `${summary} ${beforeCosts}` : summary
}
