import type { Completion } from '@portofino/strategy'
import { isoDate } from '@portofino/market'
import { useRef } from 'react'
import type { RefObject } from 'react'
import { counted } from '../../../format.ts'
import { told } from '../../../problems.ts'
import { CompletionList } from './completion-list.tsx'
import { boxesOf } from '../editor/layer-geometry.ts'
import { useMeasured } from '../editor/use-measured.ts'
import type { KnownCatalog } from './use-catalog.ts'
import type { OpenOffer } from './use-offer.ts'

/** Kept free at both sides of a raised layer. */
const margin = 12
/** Narrower than this the layer takes the whole width. */
const narrow = 560

/** Puts a raised layer one line below a place of the text, inside the width of the editor. */
export function usePlaced(
  layer: RefObject<HTMLElement | null>,
  offset: number,
  layout: string,
): RefObject<HTMLDivElement | null> {
  const popup = useRef<HTMLDivElement>(null)
  useMeasured(layer, `${offset} ${layout}`, (text) => {
    const raised = popup.current
    if (raised === null) return
    const style = getComputedStyle(text)
    const [left, top, line] = [style.paddingLeft, style.paddingTop, style.lineHeight].map(Number.parseFloat)
    const box = boxesOf(text, { start: offset, end: offset }).at(-1) ?? new DOMRect(left, top, 0, line)
    const furthest = text.clientWidth - raised.offsetWidth - margin
    const isPhone = text.clientWidth < narrow
    raised.style.left = `${isPhone ? margin : Math.max(margin, Math.min(box.left - 14, furthest))}px`
    raised.style.top = `${box.bottom + 8}px`
  })
  return popup
}

export interface OfferPopupProps {
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
