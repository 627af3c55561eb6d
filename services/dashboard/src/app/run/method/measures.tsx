import type { DefinitionEntry, RunResult } from '../../../api/queries.ts'
import { absent, percent, ratio, signedPercent } from '../../../format.ts'

interface MeasuresProps {
  result: RunResult
  definitions: readonly DefinitionEntry[]
  told: 'formula' | 'meaning'
  /** What the measures of that group compare with. */
  benchmark: string | null
}

/** Gains and losses have a sign; so do differences to the benchmark. */
const signed = new Set(['return', 'benchmark'])
const unsigned = new Set(['te', 'm2', 'capture_up', 'capture_down', 'capture_up_daily', 'capture_down_daily'])
const signedToo = new Set([
  'best_day',
  'worst_day',
  'best_month',
  'worst_month',
  'best_year',
  'worst_year',
  'mwr',
  'twr',
  'xirr_365',
])

function written({ id, group, unit }: DefinitionEntry, value: number | null): string {
  if (value === null) return absent
  if (unit !== 'percent') return ratio(value)
  if (id === 'max_drawdown') return signedPercent(-value)
  return signedToo.has(id) || (signed.has(group) && !unsigned.has(id)) ? signedPercent(value) : percent(value)
}

/** All measures: name, value, and how it comes about or what it tells; why it is missing where it is. */
export function Measures({ result, definitions, told, benchmark }: MeasuresProps) {
  return (
    <dl className="method">
      {definitions.map((definition) => {
        const { id, name, group, meaning, formula } = definition
        const reason = result.metric_reasons[id]
        return (
          <div className="m" key={id}>
            <dt>
              {name}
              {result.metric_flags[id] === 'short' && <span className="tag">less than a year</span>}
            </dt>
            <dd>{written(definition, result.metrics[id] ?? null)}</dd>
            <dd className="how">{told === 'formula' ? formula : meaning}</dd>
            {group === 'benchmark' && benchmark !== null && <dd className="how">Against {benchmark}.</dd>}
            {reason !== undefined && <dd className="how why">No value: {reason}.</dd>}
          </div>
        )
      })}
    </dl>
  )
}
