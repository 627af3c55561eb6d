import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { useId, useMemo, useState } from 'react'
import type { HistoryEntry, RunResult, RunSeries } from '../../../api/queries.ts'
import { saveText } from '../../../files/save-file.ts'
import { chartKey } from '../../../keys/chart-key.ts'
import { pages } from '../../../paths.ts'
import { useMoney } from '../../../settings/use-settings.ts'
import { TimeSeriesChart } from '../../../ui/chart/time-series-chart.tsx'
import '../../../ui/chart.css'
import { capitalOf, chartContent, chartSummary, readingAt, readingInWords } from './chart-view.ts'
import type { ChartView, DayReading } from './chart-view.ts'
import { ChartControls } from './chart-controls.tsx'
import { comparedName } from '../compared-name.ts'
import { fileName, seriesCsv } from '../downloads/run-files.ts'
import '../run.css'
import type { ChosenRange } from '../period/use-run-range.ts'
import { useRunView } from '../use-run-view.ts'

interface MainChartProps {
  run: HistoryEntry
  result: RunResult
  series: RunSeries
  chosen: ChosenRange
  view: ChartView
  benchmarkName: string | null
}

/** Value over drawdown, with its controls, what is read from it, and the ways to its numbers. */
export function MainChart({ run, result, series, chosen, view, benchmarkName }: MainChartProps) {
  const { range } = chosen
  const { currency } = capitalOf(result)
  // In money, the part that is shown changes no level: nothing is computed again.
  const base = view.unit === 'value' ? 0 : range.fromIndex
  const money = useMoney()
  const content = useMemo(
    () => chartContent(series, view, { fromIndex: base, currency, money }),
    [series, view, base, currency, money],
  )
  const [at, setAt] = useState<number | null>(null)
  const onKeyDown = useChartKeys(chosen, { count: series.dates.length, isLog: view.isLog })
  const id = useId()
  const name = benchmarkName === null ? '' : comparedName(benchmarkName, result)
  const noLogBecause = result.ruin === null ? undefined : 'The value reaches zero, which a logarithmic scale does not have'
  return (
    <figure className="main-chart" id="overview" aria-labelledby={id} onKeyDown={onKeyDown}>
      <figcaption className="sr" id={id}>
        Value and drawdown, daily. {chartSummary(content, range, name)}
      </figcaption>
      <ChartControls
        {...{ dates: series.dates, chosen, view, noLogBecause }}
        benchmarkName={series.benchmark && benchmarkName && name}
      />
      <ReadOut reading={readingAt(content, at ?? range.toIndex)} benchmarkName={name} isWhole={range.isWhole} />
      <TimeSeriesChart
        {...content}
        label="Value and drawdown by day"
        isLog={view.isLog}
        hasDrawdown={view.hasDrawdown}
        fromIndex={range.fromIndex}
        toIndex={range.toIndex}
        names={{ value: 'Portfolio', benchmark: benchmarkName ?? '', drawdown: range.isWhole ? 'Drawdown' : 'From run’s high' }}
        at={at}
        words={(index) => readingInWords(readingAt(content, index), name)}
        onRead={setAt}
        onMoved={(part) => chosen.show(part, { replace: true })}
      />
      <UnderChart {...{ run, result, series, chosen, benchmarkName }} />
    </figure>
  )
}

/** `[ ]` earlier and later, `0` the whole run, `l` the other scale, `t` the table. */
function useChartKeys(chosen: ChosenRange, { count, isLog }: { count: number; isLog: boolean }): (event: KeyboardEvent) => void {
  const { change } = useRunView()
  const { range, show, reset } = chosen
  const move = (direction: 1 | -1): void => {
    const size = range.toIndex - range.fromIndex
    const from = range.fromIndex + direction * Math.ceil(size / 2)
    const fromIndex = Math.min(Math.max(from, 0), count - 1 - size)
    if (fromIndex !== range.fromIndex) show({ fromIndex, toIndex: fromIndex + size })
  }
  const actions: Readonly<Record<string, () => void>> = {
    '[': () => move(-1),
    ']': () => move(1),
    '0': reset,
    l: () => change({ scale: isLog ? undefined : 'log' }),
    t: () => document.getElementById('returns')?.scrollIntoView(),
  }
  return (event) => {
    const action = actions[chartKey(event) ?? '']
    if (action === undefined) return
    event.preventDefault()
    action()
  }
}

/** The values of the session that is pointed at; the last one otherwise. */
function ReadOut({ reading, benchmarkName, isWhole }: { reading: DayReading; benchmarkName: string; isWhole: boolean }) {
  return (
    <div className="read">
      <span>{reading.day}</span>
      <span>
        <i className="key" />
        Portfolio <b>{reading.value}</b>
      </span>
      {reading.benchmark !== null && (
        <span>
          <i className="key b" />
          {benchmarkName} <b>{reading.benchmark}</b>
        </span>
      )}
      <span>
        {isWhole ? 'Drawdown' : 'Below the high of the whole run'} <b className={reading.tone}>{reading.drawdown}</b>
      </span>
    </div>
  )
}

function UnderChart({ run, result, series, chosen: { range, reset }, benchmarkName }: Omit<MainChartProps, 'view'>) {
  const save = (): void => {
    const text = seriesCsv(series, result.legs, range)
    saveText(fileName(run, range, { ending: 'csv' }), text)
  }
  const isPriceIndex = result.benchmark !== null && !result.benchmark.with_dividends
  return (
    <>
      <div className="under-chart">
        <span>
          Total return, dividends reinvested{isPriceIndex && `; ${benchmarkName} without dividends`}.{' '}
          <span className="hide-s">
            Arrow keys read values, <span className="kbd">t</span> opens the table.
          </span>
          <span className="only-s">Touch the chart to read a day.</span>
        </span>
        <span>
          <button type="button" className="textlink" onClick={save}>
            CSV
          </button>{' '}
          ·{' '}
          <Link from={pages.run} to="." search hash="returns">
            Monthly table
          </Link>{' '}
          · Charts by{' '}
          <a href="https://www.tradingview.com/" target="_blank" rel="noreferrer">
            TradingView
          </a>
        </span>
      </div>
      {!range.isWhole && (
        <p className="part-note" role="status">
          Months, drawdowns and risk below are of <b>{range.label}</b>; the figures above are of the whole run.{' '}
          {range.isCut && 'The address asked for more days than the run has. '}
          <button type="button" className="textlink" onClick={reset}>
            Reset
          </button>
        </p>
      )}
    </>
  )
}
