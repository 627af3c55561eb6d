import type { Completion } from '@portofino/strategy'
import { isoDate } from '@portofino/market'
import { useEffect, useRef } from 'react'
import type { ReactNode, Ref } from 'react'
import { tokenClasses } from '../../../ui/command-text.tsx'
import '../../../ui/layer.css'
import { marketName } from './market-name.ts'
import { matchedLetters, matchedWord } from './matched-letters.ts'
import { offerLabel } from './offered.ts'
import type { Offer } from './offered.ts'

interface CompletionListProps {
  id: string
  offer: Offer
  /** The lit row; -1 for none. */
  active: number
  onTake: (item: Completion) => void
  caption: ReactNode
  ref: Ref<HTMLDivElement>
}

/** What may stand at the caret. Focus stays in the editor, which names the lit row. */
export function CompletionList({ id, offer, active, onTake, caption, ref }: CompletionListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const isNarrow = offer.items.every(({ kind }) => kind !== 'instrument')
  return (
    <div className={isNarrow ? 'pop complete narrow' : 'pop complete'} ref={ref}>
      <div className="rows" role="listbox" id={id} aria-label={offerLabel(offer)} ref={list}>
        {offer.items.map((item, index) => (
          <div
            key={`${item.kind} ${item.label}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={isListed(item) ? 'opt' : 'opt w'}
            // Focus stays in the editor.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(item)}
          >
            <Row item={item} typed={offer.typed} />
          </div>
        ))}
      </div>
      <div className="cap" aria-hidden="true">
        {caption}
      </div>
    </div>
  )
}

function Row({ item, typed }: { item: Completion; typed: string }) {
  const label = matchedLetters(item.label, typed)
  const name = label === null ? matchedWord(item.detail, typed) : null
  return (
    <>
      <span className={`cmd ${codeClass(item)}`}>{label === null ? item.label : <Matched parts={label} />}</span>
      <span className="what">{name === null ? item.detail : <Matched parts={name} />}</span>
      {isListed(item) && <Listing item={item} />}
    </>
  )
}

function Listing({ item: { market = null, first = null } }: { item: Completion }) {
  return (
    <>
      <span className="market">{marketName(market)}</span>
      <span className="first">
        {first !== null && (
          <>
            <span className="hide-s">prices since </span>
            {isoDate(first)}
          </>
        )}
      </span>
    </>
  )
}

/** Something with a market, which cash has not. */
function isListed({ kind, text }: Completion): boolean {
  return kind === 'instrument' && text !== '$CASH-L-'
}

function codeClass({ kind, label }: Completion): string {
  return tokenClasses[kind === 'side' ? (label === 'L' ? 'long' : 'short') : kind]
}

function Matched({ parts: [before, letters, after] }: { parts: [string, string, string] }) {
  return (
    <>
      {before}
      <mark>{letters}</mark>
      {after}
    </>
  )
}
