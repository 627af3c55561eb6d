import { hover } from '@portofino/strategy'
import type { RefObject } from 'react'
import { useMoney } from '../../../settings/use-settings.ts'
import { HoverCard } from './hover-card.tsx'
import { legInWords } from './leg-in-words.ts'
import { usePlaced } from './popups.tsx'
import type { JudgedText } from '../use-command.ts'
import type { Hovered } from './use-hovered.ts'
import { commandAt } from '../written-commands.ts'

export interface CardPopupProps {
  id: string
  offset: number
  judged: JudgedText
  text: string
  layer: RefObject<HTMLElement | null>
  hovered: Hovered
}

/** The card of the word at an offset; nothing for words without one. */
export function CardPopup({ id, offset, judged, text, layer, hovered }: CardPopupProps) {
  const money = useMoney()
  const { known, form, totals, current } = judged
  const card = hover(text, offset, known.catalog)
  const popup = usePlaced(layer, card?.start ?? offset, `${text} ${offset}`)
  if (card === null) return null
  const isCurrent = commandAt(judged.commands, offset)?.start === current?.start
  const share = isCurrent ? legInWords(card, { form, totals, start: current?.start ?? 0, money }) : null
  return (
    <HoverCard
      id={id}
      card={card}
      share={share}
      ref={popup}
      onPointerEnter={hovered.keep}
      onPointerLeave={hovered.onPointerLeave}
    />
  )
}
