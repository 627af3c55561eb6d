import { useState } from 'react'
import { chartRanges, chartScales } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Switch } from '../../../ui/switch.tsx'
import type { ChartUnit, ChartView } from './chart-view.ts'
import { RangeFields } from '../period/range-fields.tsx'
import { span, unavailable } from '../period/run-range.ts'
import type { ChosenRange } from '../period/use-run-range.ts'
import { useRunView } from '../use-run-view.ts'

interface ChartControlsProps {
  dates: readonly string[]
  chosen: ChosenRange
  view: ChartView
  /** Null where the run has none. */
  benchmarkName: string | null
  /** Why there is no logarithmic scale. */
  noLogBecause: string | undefined
}

const units: readonly { value: ChartUnit; label: string }[] = [
  { value: 'value', label: 'Value' },
  { value: 'percent', label: '%' },
  { value: 'indexed', label: 'Indexed' },
]

/** Range and look of the main chart; phones have all but the ranges in a sheet. */
export function ChartControls(props: ChartControlsProps) {
  const { dates, chosen, view, benchmarkName, noLogBecause } = props
  const [isOpen, setOpen] = useState(false)
  const [turn, setTurn] = useState(0)
  const { change } = useRunView()
  const onTurn = (): void => setTurn(turn + 1)
  return (
    <div className="ctl">
      <Ranges {...{ dates, chosen, onTurn }} />
      <span className="hide-s">
        <RangeFields {...{ dates, turn }} range={chosen.range} onShow={chosen.show} />
      </span>
      <span className="sp hide-s" />
      <span className="looks hide-s">
        <Scale view={view} noLogBecause={noLogBecause} />
        <Unit view={view} />
        {benchmarkName !== null && (
          <div className="seg">
            <button
              type="button"
              aria-pressed={view.hasBenchmark}
              title={benchmarkName}
              onClick={() => change({ bench: view.hasBenchmark ? 'off' : undefined })}
            >
              <span className="key b" />
              Benchmark
            </button>
          </div>
        )}
      </span>
      <Button className="only-s" icon="sliders" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        View
      </Button>
      <Sheet open={isOpen} onClose={() => setOpen(false)} title="View">
        <ViewSheet {...{ ...props, turn, onTurn }} onDone={() => setOpen(false)} />
      </Sheet>
    </div>
  )
}

function Ranges({ dates, chosen, onTurn }: Pick<ChartControlsProps, 'dates' | 'chosen'> & { onTurn: () => void }) {
  const choose: typeof chosen.choose = (name) => {
    chosen.choose(name)
    onTurn()
  }
  const segments = chartRanges.map((name) => {
    const reason = unavailable(dates, name)
    const label = name === 'max' ? 'Max' : name.toUpperCase()
    return { value: name, label, disabledBecause: reason ?? undefined, ...(reason === null ? {} : { className: 'hide-s' }) }
  })
  return <Segmented label="Range" className="flush" segments={segments} value={chosen.range.name} onChange={choose} />
}

function Scale({ view, noLogBecause }: Pick<ChartControlsProps, 'view' | 'noLogBecause'>) {
  const { change } = useRunView()
  const segments = chartScales.map((value) => ({
    value,
    label: value === 'log' ? 'Log' : 'Linear',
    disabledBecause: value === 'log' ? noLogBecause : undefined,
  }))
  return (
    <Segmented
      label="Scale"
      segments={segments}
      value={view.isLog ? 'log' : 'linear'}
      onChange={(scale) => change({ scale: scale === 'linear' ? undefined : scale })}
    />
  )
}

function Unit({ view }: { view: ChartView }) {
  const { change } = useRunView()
  return (
    <Segmented
      label="Unit"
      segments={units}
      value={view.unit}
      onChange={(unit) => change({ view: unit === 'value' ? undefined : unit })}
    />
  )
}

interface ViewSheetProps extends ChartControlsProps {
  turn: number
  onTurn: () => void
  onDone: () => void
}

function ViewSheet({ dates, chosen, view, benchmarkName, noLogBecause, turn, onTurn, onDone }: ViewSheetProps) {
  const { change } = useRunView()
  const missing = chartRanges.filter((name) => unavailable(dates, name) !== null).map((name) => name.toUpperCase())
  const reset = (): void => {
    change({ range: undefined, scale: undefined, view: undefined, bench: undefined, drawdown: undefined })
    onTurn()
  }
  return (
    <>
      <div className="row day-row">
        <RangeFields {...{ dates, turn }} range={chosen.range} onShow={chosen.show} />
      </div>
      <div className="row">
        Scale <Scale view={view} noLogBecause={noLogBecause} />
      </div>
      <div className="row">
        Unit <Unit view={view} />
      </div>
      {benchmarkName !== null && (
        <label className="row">
          <span>
            <span className="key b" />
            {benchmarkName}
          </span>
          <Switch checked={view.hasBenchmark} onChange={(isOn) => change({ bench: isOn ? undefined : 'off' })} />
        </label>
      )}
      <label className="row">
        Drawdown below
        <Switch checked={view.hasDrawdown} onChange={(isOn) => change({ drawdown: isOn ? undefined : 'off' })} />
      </label>
      {missing.length > 0 && (
        <p className="hint">
          {missing.join(', ')} {missing.length === 1 ? 'needs' : 'need'} a longer run: this one has{' '}
          {span(dates[0]!, dates.at(-1)!)}.
        </p>
      )}
      <div className="btns">
        <Button onClick={reset}>Reset</Button>
        <Button look="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </>
  )
}
