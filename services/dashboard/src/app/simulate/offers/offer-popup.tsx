import type { Completion } from '@portofino/strategy'
import { isoDate } from '@portofino/market'
import type { RefObject } from 'react'
import { counted } from '../../../format.ts'
import { told } from '../../../problems.ts'
import { CompletionList } from './completion-list.tsx'
import type { KnownCatalog } from './use-catalog.ts'
import { usePlaced } from './use-placed.ts'
import type { OpenOffer } from './use-offer.ts'

interface OfferPopupProps {
  id: string
  list: OpenOffer
  known: KnownCatalog
  layer: RefObject<HTMLElement | null>
  layout: string
  onTake: (item: Completion) => void
}

/** The list of completions, or what is being waited for. */
export function OfferPopup({ id, list, known, layer, layout, onTake }: OfferPopupProps) {
  const { offer, active } = list
  const popup = usePlaced(layer, offer.start, `${layout} ${offer.items.length}`)
  if (offer.items.length > 0) {
    return (
      <CompletionList
        ref={popup}
        id={id}
        offer={offer}
        active={active}
        onTake={onTake}
        caption={<Caption list={list} known={known} />}
      />
    )
  }
  const isLookup = /[A-Za-z^]/.test(offer.typed)
  if (!isLookup || (!known.isLoading && known.error === null)) return null
  return (
    <div className="pop complete narrow" ref={popup}>
      <div className="cap alone" role="status">
        {known.error === null ? (
          <span>Looking for “{offer.typed}”…</span>
        ) : (
          <>
            <span>Tickers cannot be looked up: {told(known.error).detail}</span>
            <button type="button" className="linklike" onMouseDown={(event) => event.preventDefault()} onClick={known.retry}>
              Retry
            </button>{' '}
            <span className="kbd hide-s">Ctrl Space</span>
          </>
        )}
      </div>
    </div>
  )
}

function Caption({ list: { offer, active }, known }: { list: OpenOffer; known: KnownCatalog }) {
  const instruments = offer.items.filter(({ kind, text }) => kind === 'instrument' && text !== '$CASH-L-')
  const lit = offer.items[active]
  const isWeights = offer.items.every(({ kind }) => kind === 'weight')
  return (
    <>
      <span>
        {isWeights ? 'Or type any weight: 12.5%, 1/3' : offer.typed === '' ? 'What can come next' : symbolsInWords(instruments)}
        {known.isLoading && ' · looking for more'}
      </span>
      <span className="hide-s">
        {lit === undefined ? (
          <>
            Arrows choose, <span className="kbd">Esc</span> closes
          </>
        ) : (
          <>
            <span className="kbd">Enter</span> inserts <span className="mono">{lit.text}</span>
          </>
        )}
      </span>
    </>
  )
}

function symbolsInWords(instruments: readonly Completion[]): string {
  if (instruments.length === 0) return ''
  const symbols = counted(instruments.length, 'symbol')
  const known = instruments.flatMap(({ first }) => (first === null || first === undefined ? [] : [first]))
  return known.length === instruments.length && instruments.length > 1
    ? `${symbols}, since ${isoDate(Math.min(...known))} at the earliest`
    : symbols
}
