import { usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useDeferredValue, useMemo } from 'react'
import { engineVersion } from '@portofino/simulator'
import { laterTradesQuery, seriesQuery } from '../../api/queries.ts'
import type { RunState } from '../../ui/status.tsx'
import type { HistoryEntry, RunResult, RunSeries } from '../../api/queries.ts'
import { counted, day } from '../../format.ts'
import { pages } from '../../paths.ts'
import { tabTitle } from '../../run-title.ts'
import { useMoney } from '../../settings/use-settings.ts'
import { Banner, ErrorPanel } from '../../ui/panel.tsx'
import { Screen } from '../shell/screen.tsx'
import { ChartSkeleton } from './chart/chart-skeleton.tsx'
import { capitalOf } from './chart/chart-view.ts'
import type { ChartView } from './chart/chart-view.ts'
import { DownloadMenu } from './downloads/download-menu.tsx'
import { MainChart } from './chart/main-chart.tsx'
import { NoticeLine } from './period/notice-line.tsx'
import { PeriodBar } from './period/period-bar.tsx'
import { EditAndRerun, RunAgain } from './run-actions.tsx'
import { RunHead } from './run-head.tsx'
import { runNotice } from './period/run-notice.ts'
import { runRange } from './period/run-range.ts'
import { RunTiles } from './tiles/run-tiles.tsx'
import { ShareMenu } from './share-menu.tsx'
import { SectionTabs } from './section-tabs.tsx'
import { Sections } from './sections.tsx'
import { useBenchmarkName } from './use-benchmark-name.ts'
import { useRunRange } from './period/use-run-range.ts'

interface FinishedRunProps {
  run: HistoryEntry
  result: RunResult
  id: string
  /** Whoever looks at it has seen it before, and comes back to a place on it. */
  isReturned: boolean
}

/** A run with its result: the tearsheet. */
export function FinishedRun({ run, result, id, isReturned }: FinishedRunProps) {
  const series = useQuery(seriesQuery(id))
  usePrefetchQuery(laterTradesQuery(run.id, result.period.from))
  const benchmarkName = useBenchmarkName(result)
  const isPartShown = useIsPartShown(series.data)
  return (
    <Screen name="run" title={tabTitle(run)}>
      <RunHead run={run} state={stateOf(result)}>
        <ShareMenu command={run.command} />
        <DownloadMenu run={run} result={result} series={series.data} />
        {isStale(result) && <RunAgain command={run.command} />}
        <EditAndRerun command={run.command} />
      </RunHead>
      <div className="run-slot">
        <NoticeLine result={result} command={run.command} />
      </div>
      {runNotice(result).isClipped && <PeriodBar period={result.period} />}
      <RuinBanner result={result} series={series.data} />
      {isStale(result) && <StaleBanner result={result} />}
      <RunTiles {...{ result, benchmarkName, isPartShown }} isOld={isStale(result)} />
      <SectionTabs />
      {series.data === undefined ? (
        <Awaited error={series.error} onRetry={() => void series.refetch()} />
      ) : (
        <Drawn {...{ run, result, benchmarkName, isReturned }} series={series.data} />
      )}
    </Screen>
  )
}

/** Whether the chart and what follows it show less than the run. */
function useIsPartShown(series: RunSeries | undefined): boolean {
  const { range } = useSearch({ from: pages.run })
  return useMemo(() => series !== undefined && !runRange(series.dates, range).isWhole, [series, range])
}

function Awaited({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error !== null) return <ErrorPanel error={error} holds="The figures above hold." onRetry={onRetry} />
  return (
    <div className="main-chart awaited" id="overview" aria-busy="true">
      <p className="sr" role="status">
        Loading the daily values
      </p>
      <ChartSkeleton />
    </div>
  )
}

interface DrawnProps {
  run: HistoryEntry
  result: RunResult
  series: RunSeries
  benchmarkName: string | null
  isReturned: boolean
}

/** What lies below the chart comes a moment after it, but for a page that is returned to, whose place on the screen is kept. */
function Drawn({ run, result, series, benchmarkName, isReturned }: DrawnProps) {
  const chosen = useRunRange(series.dates)
  const view = useChartView(result)
  const isChartShown = useDeferredValue(true, isReturned)
  return (
    <>
      <MainChart {...{ run, result, series, chosen, view, benchmarkName }} />
      {isChartShown ? <Sections run={run} result={result} series={series} range={chosen.range} /> : <div aria-busy="true" />}
    </>
  )
}

function useChartView({ ruin }: RunResult): ChartView {
  const { scale, view, bench, drawdown } = useSearch({ from: pages.run })
  const unit = view ?? 'value'
  const isLog = scale === 'log' && ruin === null
  return useMemo(
    () => ({ unit, isLog, hasBenchmark: bench !== 'off', hasDrawdown: drawdown !== 'off' }),
    [unit, isLog, bench, drawdown],
  )
}

/** Whether the engine of this program, which is that of its server, is another one by now. */
function isStale({ engine_version: engine }: RunResult): boolean {
  return engine !== engineVersion
}

function stateOf(result: RunResult): RunState {
  if (result.status === 'ruined') return 'ruined'
  return isStale(result) ? 'stale' : 'done'
}

function StaleBanner({ result: { engine_version: engine } }: { result: RunResult }) {
  return (
    <Banner icon="clock">
      <b>Computed with another engine.</b> These figures stay true for engine {engine}; now it is {engineVersion}. Running it
      again makes a new run and keeps this one.
    </Banner>
  )
}

function RuinBanner({ result, series }: { result: RunResult; series: RunSeries | undefined }) {
  const money = useMoney()
  const { ruin, period } = result
  if (ruin === null) return null
  const before = series?.value.at(-2)
  return (
    <Banner icon="ruined" kind="error">
      <b>
        Ruined on {day(ruin.date)}, after {counted(period.sessions, 'session')}.
      </b>{' '}
      The positions lost more than there was
      {before === undefined ? '' : `; the day before, ${money(before, capitalOf(result).currency)} was left`}. Nothing is
      simulated past zero.
    </Banner>
  )
}
