import { memo } from 'react'
import { tokenClasses } from '../../../ui/command-text.tsx'
import type { LayerMarks, LayerPiece } from './layer-pieces.ts'
import { layerPieces } from './layer-pieces.ts'

/** The text in colors, behind the textarea, in the same place letter by letter. */
export const ColoredLayer = memo(function ColoredLayer({ text, marks }: { text: string; marks: LayerMarks }) {
  return (
    <>
      {layerPieces(text, marks).map((piece) => (
        <span key={piece.start} data-start={piece.start} className={classOf(piece)}>
          {piece.text}
        </span>
      ))}
      {/* A last line without a letter has its height all the same. */}
      {'\u200B'}
    </>
  )
})

function classOf({ text, kind, mark }: LayerPiece): string | undefined {
  const isTicker = kind === 'unknown' && /^[A-Z^$&]/.test(text)
  const color = isTicker ? 'tk' : kind === null ? '' : tokenClasses[kind]
  return [color, mark ?? ''].filter(Boolean).join(' ') || undefined
}
