import '../../../ui/field.css'
import { rollingMonths } from '../../../paths.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import type { RollingChoice } from './rolling-choice.ts'
import { useRunView } from '../use-run-view.ts'

export interface RollingControlsProps {
  choices: readonly RollingChoice[]
  months: number
  measures: readonly string[]
  /** The one measure that phones show. */
  one: number
  onOne: (measure: number) => void
}

/** The window; on phones the measure too; why the longer ones cannot be chosen. */
export function RollingControls({ choices, months, measures, one, onOne }: RollingControlsProps) {
  const { change } = useRunView()
  const reasons = choices.flatMap(({ tooLong }) => tooLong ?? [])
  return (
    <div className="bar">
      <label className="only-s">
        <span className="sr">Measure</span>
        <select className="input pick" value={one} onChange={({ target }) => onOne(Number(target.value))}>
          {measures.map((title, i) => (
            <option key={title} value={i}>
              {title.split(' ')[0]}
            </option>
          ))}
        </select>
      </label>
      <Segmented
        label="Window"
        className="flush"
        value={rollingMonths.find((choice) => Number(choice) === months) ?? null}
        segments={rollingMonths.map((choice) => ({
          value: choice,
          disabledBecause: choices.find((known) => String(known.months) === choice)?.tooLong,
          label: (
            <>
              {choice}
              <span className="hide-s">&nbsp;months</span>
              <span className="only-s" aria-hidden="true">
                M
              </span>
            </>
          ),
        }))}
        onChange={(rolling) => change({ rolling: rolling === '12' ? undefined : rolling })}
      />
      <span className="xs muted">{reasons.join(' ')}</span>
    </div>
  )
}
