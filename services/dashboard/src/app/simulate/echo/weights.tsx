import type { Totals } from '@portofino/strategy'
import { weight } from '../../../format.ts'
import type { FormLeg } from '../form/command-form.ts'
import type { Fault } from '../faults/faults.ts'
import { weightSegments, weightsInWords } from './weight-segments.ts'
import type { WeightSegment } from './weight-segments.ts'

const classes: Readonly<Record<WeightSegment['kind'], string>> = {
  long: 'long',
  short: 'short',
  cash: 'cash',
  unknown: 'unk',
  gap: 'gap',
}
const shades = ['', ' alt', ' alt2']

/** Narrower than this, a label would be cut in the middle. */
const labelRoom = 9

export interface WeightsProps {
  totals: Totals
  legs: readonly FormLeg[]
  /** Those that are told: what is only missing yet is no fault. */
  faults: readonly Fault[]
}

/** The shares as a bar, and what they come to. */
export function Weights({ totals, legs, faults }: WeightsProps) {
  const segments = weightSegments(totals, { legs, faults })
  if (segments.length === 0) return null
  const isShort = segments.some(({ kind }) => kind === 'gap')
  const isTold = faults.some(({ code }) => code === 'E120')
  let longs = 0
  return (
    <div className="bal">
      <div className="wbar" role="img" aria-label={weightsInWords(segments, weight)}>
        {segments.map((segment, index) => {
          const shade = segment.kind === 'long' ? shades[longs++ % shades.length]! : ''
          return (
            <span
              key={index}
              className={classes[segment.kind] + shade + (segment.kind === 'gap' && !isTold ? ' open' : '')}
              style={{ flex: `${segment.width} 1 0` }}
              title={title(segment)}
            >
              {segment.width >= labelRoom && (
                <>
                  {segment.label} {weight(segment.weight / 100)}
                  {segment.kind === 'unknown' && <span className="hide-s">&nbsp;· side?</span>}
                </>
              )}
            </span>
          )
        })}
      </div>
      {isShort ? <Placed totals={totals} isFault={isTold} /> : <Sums totals={totals} />}
    </div>
  )
}

function title({ kind, label, weight: percent }: WeightSegment): string {
  return kind === 'gap' ? `${weight(percent / 100)} missing` : `${label} ${weight(percent / 100)}`
}

function Placed({ totals, isFault }: { totals: Totals; isFault: boolean }) {
  return (
    <div className="sum">
      <span>
        <b className={isFault ? 'fl first' : 'first'}>{weight(Number(totals.gross) / 100)}</b> of{' '}
        {weight(Number(totals.required) / 100)} placed
      </span>
    </div>
  )
}

function Sums({ totals }: { totals: Totals }) {
  const sums = [
    ['Long', totals.long],
    ['Short', totals.short],
    ['Cash', totals.cash],
  ] as const
  return (
    <div className="sum">
      {sums.map(([name, percent]) => (
        <span key={name}>
          {name}
          <b>{weight(Number(percent) / 100)}</b>
        </span>
      ))}
    </div>
  )
}
