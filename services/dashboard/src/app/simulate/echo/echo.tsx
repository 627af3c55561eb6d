import type { Catalog } from '@portofino/market'
import { inWords, instrumentsOf } from '@portofino/strategy'
import type { Program } from '@portofino/strategy'
import { Fragment } from 'react'
import { day } from '../../../format.ts'
import { echoParts } from './echo-parts.ts'
import type { EffectivePeriod } from './effective-period.ts'

/** The command in plain sentences, and which days the run will really have. */
export function Echo({ program, catalog, period }: { program: Program; catalog: Catalog; period: EffectivePeriod | null }) {
  const names = instrumentsOf(program).flatMap(({ symbol }) => catalog.find(symbol).map(({ name }) => name))
  return (
    <p className="echo">
      {echoParts(inWords(program, catalog), names).map(({ text, isStrong }, index) =>
        isStrong ? <b key={index}>{text}</b> : <Fragment key={index}>{text}</Fragment>,
      )}
      {period !== null && <Moved period={period} written={program.portfolios[0].period} />}
    </p>
  )
}

/** The ends of the run that are other days than the written ones, and why. */
function Moved({ period: { from, to }, written }: { period: EffectivePeriod; written: { from: string; to: string } }) {
  const [isLater, isEarlier] = [from.day !== written.from, to.day !== written.to]
  const [start, end] = [<b key="from">{day(from.day)}</b>, <b key="to">{day(to.day)}</b>]
  if (isLater && isEarlier)
    return (
      <>
        {' '}
        The run goes from {start}, {from.why}, to {end}, {to.why}.
      </>
    )
  if (isLater)
    return (
      <>
        {' '}
        The run begins on {start}, {from.why}.
      </>
    )
  return isEarlier ? (
    <>
      {' '}
      The run ends on {end}, {to.why}.
    </>
  ) : null
}
