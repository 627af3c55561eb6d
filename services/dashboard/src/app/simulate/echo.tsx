import type { Catalog } from '@portofino/market'
import { inWords, instrumentsOf } from '@portofino/strategy'
import type { Program } from '@portofino/strategy'
import { Fragment } from 'react'
import { day } from '../../format.ts'
import { echoParts } from './echo-parts.ts'
import type { EffectivePeriod } from './effective-period.ts'

/** The command in plain sentences, and which days the run will really have. */
export function Echo({ program, catalog, period }: { program: Program; catalog: Catalog; period: EffectivePeriod | null }) {
  const names = instrumentsOf(program).flatMap(({ symbol }) => catalog.find(symbol).map(({ name }) => name))
  const [{ period: written }] = program.portfolios
  const isMoved = period !== null && (period.from.day !== written.from || period.to.day !== written.to)
  return (
    <p className="echo">
      {echoParts(inWords(program, catalog), names).map(({ text, isStrong }, index) =>
        isStrong ? <b key={index}>{text}</b> : <Fragment key={index}>{text}</Fragment>,
      )}
      {isMoved && (
        <span className="moved">
          {' '}
          The run goes from <b>{day(period.from.day)}</b>, {period.from.why}, to <b>{day(period.to.day)}</b>, {period.to.why}.
        </span>
      )}
    </p>
  )
}
