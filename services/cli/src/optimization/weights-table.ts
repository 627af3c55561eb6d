import { portfolioRisk } from '@portofino/optimizer'
import { bar } from '../chart/bar.ts'
import { bySign } from '../result/by-sign.ts'
import type { Ink } from '../terminal/ink.ts'
import { sectionLines } from '../result/section.ts'
import { type Column, shorten, tableLines } from '../terminal/layout.ts'
import { missing, percent } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Question } from './asked-question.ts'
import type { Basis } from './frontier-curve.ts'

export interface WeightsTableInput {
  weights: readonly number[]
  /** As the command has them. */
  written: readonly number[]
  writtenName: Question['writtenName']
  /** Of each instrument. */
  names: readonly string[]
  basis: Basis
  title: string
}

/** Narrower screens get no names and no bars. */
const widthForNames = 72
/** Narrower, and the weights as written are left out too. */
const widthForWritten = 48
const widestName = 20
const barWidth = 10

/** Each instrument with its weight, what that adds to the risk, and what was estimated of it. */
export function weightsTable(
  { weights, written, writtenName, names, basis, title }: WeightsTableInput,
  screen: Screen,
): string[] {
  const { ink, width } = screen
  const isWide = width >= widthForNames
  const { assets, expectedReturns, covariance } = basis
  const { shares } = portfolioRisk(covariance, Float64Array.from(weights))
  const scale = { lowest: Math.min(0, ...weights), highest: Math.max(0, ...weights), width: barWidth }
  const columns: TableColumn[] = [
    { head: '', align: 'left', cell: (i) => assets[i]!, total: ink.muted('Sum') },
    { head: '', align: 'left', cell: (i) => ink.muted(shorten(nameBeside(names[i]!, assets[i]!), widestName)), shown: isWide },
    { head: 'Weight', align: 'right', cell: (i) => weightText(weights[i]!, ink), total: percent(sum(weights)) },
    { head: '', align: 'left', cell: (i) => bySign(bar(weights[i]!, scale), weights[i]!, ink), shown: isWide },
    {
      head: writtenName === 'as written' ? 'Written' : 'Equal',
      align: 'right',
      cell: (i) => ink.muted(percent(written[i]!)),
      total: ink.muted(percent(sum(written))),
      shown: width >= widthForWritten,
    },
    { head: 'Risk', align: 'right', cell: (i) => (shares === null ? missing : percent(shares[i]!, 1)) },
    { head: 'Return', align: 'right', cell: (i) => percent(expectedReturns[i]!, 1) },
    { head: 'Vol.', align: 'right', cell: (i) => percent(Math.sqrt(covariance.data[i * (assets.length + 1)]!), 1) },
  ]
  const shown = columns.filter((column) => column.shown ?? true)
  const lines = tableLines(shown, [
    shown.map(({ head }) => ink.muted(head)),
    ...assets.map((_, i) => shown.map(({ cell }) => cell(i))),
    shown.map(({ total = '' }) => total),
  ])
  const summary = 'Risk: share of the variance. Return and volatility: estimates, a year.'
  return sectionLines({ title, summary, lines }, screen)
}

interface TableColumn extends Column {
  head: string
  cell: (asset: number) => string
  total?: string
  /** Everywhere unless given. */
  shown?: boolean
}

function nameBeside(name: string, asset: string): string {
  return name === asset ? '' : name
}

function weightText(weight: number, ink: Ink): string {
  return weight === 0 ? ink.muted(percent(0)) : ink.strong(percent(weight))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
