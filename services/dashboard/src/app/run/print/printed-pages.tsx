import { useEffect } from 'react'
import { moment, signedPercent, signedPercentLevel } from '../../../format.ts'
import { settings } from '../../../settings/settings.ts'
import { useIsPrinting } from '../../../ui/chart/printing.ts'
import { LineChart } from '../../../ui/chart/line-chart.tsx'
import type { ChartLine } from '../../../ui/chart/line-plot.tsx'
import { useMoney } from '../../../settings/use-settings.ts'
import { capitalOf, chartContent, chartSummary } from '../chart/chart-view.ts'
import { pageRule } from './page-rule.ts'
import './print.css'
import type { TearsheetView } from '../tearsheet-view.ts'
import { useRunView } from '../use-run-view.ts'

/** What only paper has: heads and feet of its pages, and the main chart as lines that print sharply. */
export function PrintedPages({ view }: { view: TearsheetView }) {
  usePageRule(view)
  return useIsPrinting() ? <PrintedChart view={view} /> : null
}

/** The margins of the pages are written when printing begins, since they say when that was. */
function usePageRule({ result, range }: TearsheetView): void {
  const { command, data_version: data, engine_version: engine } = result
  const source = `${range.label} · data ${data.slice(0, 8)} · engine ${engine}`
  const isPrinting = useIsPrinting()
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    const write = (): void => {
      const name = document.querySelector('h1')?.textContent ?? 'Run'
      const { zone } = settings.current()
      const printed = `printed ${moment(new Date().toISOString(), zone)}`
      sheet.replaceSync(pageRule({ name, command, source, printed }))
    }
    write()
    addEventListener('beforeprint', write)
    document.adoptedStyleSheets.push(sheet)
    return () => {
      removeEventListener('beforeprint', write)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [command, source, isPrinting])
}

function PrintedChart({ view: { result, series, range, benchmark } }: { view: TearsheetView }) {
  const money = useMoney()
  const { view } = useRunView()
  const isLog = view.scale === 'log'
  const hasBenchmark = view.bench !== 'off' && benchmark !== null
  const shown = { unit: view.view ?? 'value', isLog, hasBenchmark, hasDrawdown: true }
  const content = chartContent(series, shown, { fromIndex: range.fromIndex, currency: capitalOf(result).currency, money })
  const within = <Value,>(column: readonly Value[]): Value[] => column.slice(range.fromIndex, range.toIndex + 1)
  const lines = (own: Pick<ChartLine, 'name' | 'look'>, column: Column, compared: Column | null): ChartLine[] => [
    { ...own, values: within(column) },
    ...(compared === null ? [] : [{ name: benchmark ?? '', values: within(compared), look: 'dashed' as const }]),
  ]
  const dates = within(series.dates)
  const { columns } = content
  return (
    <div className="printed-chart">
      <LineChart
        {...{ dates, isLog }}
        lines={lines({ name: 'Portfolio', look: 'solid' }, columns.value, columns.benchmark)}
        title="Value"
        note={benchmark === null ? undefined : `dashed: ${benchmark}`}
        summary={chartSummary(content, range, benchmark ?? '')}
        written={(value) => (value === null ? '' : content.exact(value))}
        level={content.level}
        height={340}
        sides={sides}
        isTableOpen={false}
      />
      <LineChart
        dates={dates}
        lines={lines({ name: 'Drawdown', look: 'fall' }, columns.drawdown, columns.benchmarkDrawdown)}
        title="Drawdown"
        summary="Distance from the last high."
        written={(value) => signedPercent(value)}
        level={signedPercentLevel}
        base={0}
        height={150}
        sides={sides}
        isTableOpen={false}
      />
    </div>
  )
}

/** Both charts share one time axis. */
const sides = { left: 72, right: 76 } as const

type Column = readonly (number | null)[]
