import { useMemo, useState } from 'react'
import { count, day, percent, percentLevel, ratio, signedPercent, signedPercentLevel } from '../../../format.ts'
import type { ChartLine } from '../../../ui/chart/line-plot.tsx'
import { LineChart } from '../../../ui/chart/line-chart.tsx'
import type { RollingMeasure } from './rolling-measures.ts'
import { rollingMeasures } from './rolling-measures.ts'
import { RunSection } from '../run-section.tsx'
import { SectionLinks } from '../section-links.tsx'
import { chosenWindow, rollingChoices } from './rolling-choice.ts'
import type { RollingChoice } from './rolling-choice.ts'
import { RollingControls } from './rolling-controls.tsx'
import { rollingFigures } from './rolling-figures.ts'
import type { TearsheetView } from '../tearsheet-view.ts'
import { useRunView } from '../use-run-view.ts'
import '../run.css'

/** Return, volatility, Sharpe ratio and beta of the last months, as they moved along the run. */
export function Rolling({ view }: { view: TearsheetView }) {
  const { result, series, range, benchmark } = view
  const { view: shown } = useRunView()
  const choices = rollingChoices({ periodsPerYear: result.period.periods_per_year, returns: series.returns.length })
  const months = chosenWindow(choices, shown.rolling === undefined ? undefined : Number(shown.rolling))
  const measures = useMemo(() => {
    return months === null ? null : rollingMeasures(rollingFigures({ result, series }, months), { series, range, benchmark })
  }, [result, series, range, benchmark, months])
  if (measures === null || months === null) return <TooShort choices={choices} />
  return <RollingCharts {...{ view, choices, months, measures }} />
}

interface RollingChartsProps {
  view: TearsheetView
  choices: readonly RollingChoice[]
  months: number
  measures: ReturnType<typeof rollingMeasures>
}

function RollingCharts({ view, choices, months, measures }: RollingChartsProps) {
  const [isTableOpen, setIsTableOpen] = useState(false)
  const [one, setOne] = useState(0)
  const onTable = (): void => setIsTableOpen(!isTableOpen)
  const { dates, sessions, list } = measures
  const begins = dates.length === 0 ? 'no line reaches into the range' : `the lines begin on ${day(dates[0]!)}`
  const dashed = view.benchmark === null ? '' : ` Dashed: ${view.benchmark}.`
  return (
    <RunSection
      id="rolling"
      title={`Rolling ${months} months`}
      sentence={`Each point looks back ${count(sessions)} sessions, so ${begins}.${dashed}`}
      range={view.range}
      isClose
      links={<SectionLinks {...{ view, isTableOpen, onTable }} csv={() => rollingCsv(measures, months)} />}
    >
      <RollingControls {...{ choices, months, one, onOne: setOne }} measures={list.map(({ title }) => title)} />
      <div className="rolls" data-one={one}>
        {list.map((measure) => (
          <RollingChart key={measure.title} {...{ measure, dates, isTableOpen, onTable }} />
        ))}
      </div>
    </RunSection>
  )
}

function RollingChart({
  measure,
  dates,
  isTableOpen,
  onTable,
}: {
  measure: RollingMeasure
  dates: readonly string[]
  isTableOpen: boolean
  onTable: () => void
}) {
  const { title, lines, unit, absentBecause } = measure
  if (absentBecause !== null || dates.length === 0) {
    return (
      <figure className="chart-figure">
        <h3 className="sub">{title}</h3>
        <p className="small muted">{absentBecause ?? 'The range ends before the first point.'}</p>
      </figure>
    )
  }
  return (
    <LineChart
      {...{ title, dates, lines, isTableOpen, onTable }}
      {...units[unit]}
      height={150}
      print="half"
      summary={`${title}: ${summaryOf(lines, units[unit].written)}`}
    />
  )
}

const units = {
  return: {
    written: (value: number | null) => signedPercent(value),
    level: signedPercentLevel,
    base: 0,
  },
  percent: {
    written: (value: number | null) => percent(value),
    level: percentLevel,
  },
  ratio: { written: (value: number | null) => ratio(value), level: (value: number, decimals: number) => ratio(value, decimals) },
} as const

function summaryOf(lines: readonly ChartLine[], written: (value: number | null) => string): string {
  const sentences = lines.map(({ name, values }) => {
    const known = values.filter((value) => value !== null)
    const [low, high] = [Math.min(...known), Math.max(...known)]
    return known.length === 0
      ? `${name} has no value`
      : `${name} between ${written(low)} and ${written(high)}, last ${written(values.at(-1) ?? null)}`
  })
  return `${sentences.join('; ')}.`
}

function rollingCsv({ dates, list }: ReturnType<typeof rollingMeasures>, months: number) {
  const columns = list.flatMap(({ lines }) => lines)
  const head = ['date', ...list.flatMap(({ id, lines }) => lines.map((_, i) => (i === 0 ? id : `benchmark_${id}`)))]
  return {
    name: `rolling-${months}-months`,
    head,
    rows: dates.map((date, i) => [date, ...columns.map(({ values }) => values[i] ?? null)]),
  }
}

function TooShort({ choices }: { choices: readonly RollingChoice[] }) {
  return (
    <RunSection id="rolling" title="Rolling windows" sentence={choices[0]!.tooLong} links={null}>
      <p className="muted">A longer run shows how return, volatility, Sharpe ratio and beta moved along it.</p>
    </RunSection>
  )
}
