import type { Hover } from '@portofino/strategy'
import { isoDate, tradingCalendar } from '@portofino/market'
import type { Instrument } from '@portofino/market'
import type { ReactNode, Ref } from 'react'
import { count, day } from '../../../format.ts'
import { marketName } from './market-name.ts'

export interface HoverCardProps {
  id: string
  card: Hover
  /** What the leg comes to: `long 25.0%, $25,000 at the first close`. */
  share: string | null
  ref: Ref<HTMLDivElement>
  onPointerEnter: () => void
  onPointerLeave: () => void
}

/** What is known of the word that is pointed at, or that the caret is in. */
export function HoverCard({ id, card, share, ref, ...events }: HoverCardProps) {
  return (
    <div className="pop hcard" role="tooltip" id={id} ref={ref} {...events}>
      {card.kind === 'option' ? (
        <>
          <div className="hd">
            <span className="cmd">{card.key}=</span>
          </div>
          <p className="meaning">{sentence(card.meaning)}</p>
          <dl>
            <Line name="Left out">
              <span className="cmd">{card.default}</span>
            </Line>
            <Line name="Such as">
              <span className="cmd">{card.values.slice(0, 4).join('  ')}</span>
            </Line>
          </dl>
        </>
      ) : (
        <>
          {card.instruments.map((instrument) => (
            <InstrumentLines key={`${instrument.market}:${instrument.symbol}`} instrument={instrument} />
          ))}
          {card.instruments.length === 0 && (
            <div className="hd">
              <span className="cmd">{card.symbol}</span>
              <span>is not known yet</span>
            </div>
          )}
          {share !== null && <p>This leg: {share}.</p>}
        </>
      )}
    </div>
  )
}

function InstrumentLines({ instrument: { symbol, name, market, currency, first, last } }: { instrument: Instrument }) {
  const sessions = sessionsBetween(market, first, last)
  return (
    <>
      <div className="hd">
        <span className="cmd">{symbol}</span>
        <span>{name}</span>
      </div>
      <dl>
        <Line name="Market">
          {marketName(market)}, daily in {currency}
        </Line>
        {first !== null && <Line name="First price">{day(isoDate(first))}</Line>}
        {last !== null && <Line name="Last price">{day(isoDate(last))}</Line>}
        {sessions !== null && <Line name="Sessions">{count(sessions)}</Line>}
      </dl>
    </>
  )
}

/** Null where the calendar of the market, or its prices, are not known. */
function sessionsBetween(market: string | null, first: number | null, last: number | null): number | null {
  if (first === null || last === null) return null
  return tradingCalendar(market ?? 'XNYS')?.sessions(first, last).length ?? null
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function sentence(phrase: string): string {
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`
}
