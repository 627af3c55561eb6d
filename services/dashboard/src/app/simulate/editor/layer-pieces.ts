import { tokens } from '@portofino/strategy'
import type { ColorKind } from '@portofino/strategy'
import type { Range } from '../faults/faults.ts'

/** A stretch of the text that looks the same from start to end. */
export interface LayerPiece extends Range {
  text: string
  kind: ColorKind | null
  mark: 'fault' | 'related' | null
}

export interface LayerMarks {
  faults: readonly Range[]
  related: readonly Range[]
}

/** The whole text in pieces, white space included, so that the pieces together are the text again. */
export function layerPieces(text: string, { faults, related }: LayerMarks): LayerPiece[] {
  const colored = tokens(text)
  const ranges = [...colored, ...faults, ...related]
  const cuts = [...new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .toSorted((a, b) => a - b)
  let next = 0
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1]!
    while (next < colored.length && colored[next]!.end <= start) next += 1
    const token = colored[next]
    const holds = (range: Range): boolean => range.start <= start && range.end >= end
    return {
      start,
      end,
      text: text.slice(start, end),
      kind: token !== undefined && token.start <= start ? token.kind : null,
      mark: faults.some(holds) ? 'fault' : related.some(holds) ? 'related' : null,
    }
  })
}
