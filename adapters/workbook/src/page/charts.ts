import { colToLetter } from 'hucre/xlsx'
import type { SheetChart } from 'hucre/xlsx'
import type { AxisScale } from './axis-scale.ts'
import { palette, textFace } from './palette.ts'
import type { PaletteColor } from './palette.ts'

/** A native chart and the cells that it draws. Rows and columns count from 0. */
export interface ChartPlan {
  title: string
  /** For those who cannot see it. */
  description: string
  /** Number format of the value axis. */
  format: string
  /** Of the value axis; chosen by the program that opens the file where it is not given. */
  scale?: AxisScale | undefined
  place: { row: number; column: number; rows: number; columns: number }
  source: { sheet: string; firstRow: number; count: number; labels: number }
  lines: readonly { name: string; column: number; color: PaletteColor }[]
}

/** Lines over the sessions of a run. */
export function lineChart(plan: ChartPlan): SheetChart {
  return { ...sessionChart(plan), type: 'line', showLineMarkers: false }
}

/** Filled between the values and zero, over the sessions of a run. */
export function areaChart(plan: ChartPlan): SheetChart {
  return { ...sessionChart(plan), type: 'area' }
}

/** Lying bars, the first one on top, each with its value; those in `losses` in the color of a loss. */
export function barChart(plan: ChartPlan, { losses }: { losses: readonly number[] }): SheetChart {
  const { axes, series, ...chart } = framed(plan)
  const dataPoints = losses.map((idx) => ({ idx, fillColor: palette.lossFill }))
  return {
    ...chart,
    type: 'bar',
    gapWidth: 45,
    series: series.map((each) => ({ ...each, dataPoints })),
    dataLabels: {
      showValue: true,
      position: 'outEnd',
      fontSize: 9,
      fontColor: palette.muted,
      fontFamily: textFace,
      numberFormat: { formatCode: plan.format, sourceLinked: false },
    },
    axes: { x: { ...axes?.x, reverse: true, tickLblPos: 'low' }, y: { hidden: true } },
  }
}

/** Standing bars side by side, as a histogram has them. */
export function columnChart(plan: ChartPlan, { labelFormat: formatCode }: { labelFormat: string }): SheetChart {
  const { axes, ...chart } = framed(plan)
  const tickLblSkip = Math.ceil(plan.source.count / labelsAcross)
  const numberFormat = { formatCode, sourceLinked: false }
  return {
    ...chart,
    type: 'column',
    gapWidth: 8,
    axes: { ...axes, x: { ...axes?.x, numberFormat, labelRotation: -45, tickLblPos: 'low', tickLblSkip } },
  }
}

const labelsAcross = 9
/** Lines through more would run together. */
const manyPoints = 2000
/** With room at both ends, for programs that choose by it how many labels there are. */
function labelFormat(sessionsALabel: number): string {
  if (sessionsALabel < 21) return ' d mmm yyyy '
  return sessionsALabel < 252 ? ' mmm yyyy ' : '  yyyy  '
}

function sessionChart(plan: ChartPlan): SheetChart {
  const chart = framed(plan)
  const step = Math.max(1, Math.ceil(plan.source.count / labelsAcross))
  const formatCode = labelFormat(plan.source.count / labelsAcross)
  const numberFormat = { formatCode, sourceLinked: false }
  const x = { ...chart.axes?.x, numberFormat, tickLblPos: 'low', tickLblSkip: step, tickMarkSkip: step } as const
  return { ...chart, axes: { ...chart.axes, x } }
}

function framed({ title, description, format, scale, place, source, lines }: ChartPlan): SheetChart {
  const label = {
    labelFontSize: 9,
    labelColor: palette.faint,
    labelFontFamily: textFace,
    majorTickMark: 'none',
    minorTickMark: 'none',
  } as const
  const column = (index: number): string => {
    const letter = colToLetter(index)
    return `'${source.sheet}'!$${letter}$${source.firstRow + 1}:$${letter}$${source.firstRow + source.count}`
  }
  return {
    type: 'line',
    title,
    titleFontSize: 12,
    titleBold: true,
    titleColor: palette.sea,
    titleFontFamily: textFace,
    altText: description,
    anchor: {
      from: { row: place.row, col: place.column },
      to: { row: place.row + place.rows, col: place.column + place.columns },
    },
    series: lines.map((line) => ({
      name: line.name,
      values: column(line.column),
      categories: column(source.labels),
      color: line.color,
      stroke: { width: source.count > manyPoints ? 1 : 1.5 },
      marker: { symbol: 'none' },
    })),
    legend: lines.length > 1 ? 'bottom' : false,
    legendFontSize: 9,
    legendFontColor: palette.muted,
    chartSpaceBorderColor: palette.line,
    chartSpaceFillColor: 'FFFFFF',
    axes: {
      x: { ...label },
      y: { ...label, numberFormat: { formatCode: format, sourceLinked: false }, ...(scale === undefined ? {} : { scale }) },
    },
  }
}
