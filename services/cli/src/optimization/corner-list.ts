import type { CornerDocument } from '@portofino/optimizer'
import { shorten, tableLines, tableWidth } from '../terminal/layout.ts'
import { decimal, missing, percent } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'

export interface CornerList {
  corners: readonly CornerDocument[]
  /** Names or numbers of the assets. */
  assets: readonly string[]
}

/** One row a corner: figures, then weights, of each asset where they fit, else of the largest. */
export function cornerTable({ corners, assets }: CornerList, { width, ink }: Screen): string[] {
  const hasCosts = corners.some(({ cost }) => cost !== 0)
  const heads = ['Return', ...(hasCosts ? ['Cost'] : []), 'Volatility', 'Sharpe', 'λ from']
  const figures = corners.map((corner) => [
    percent(corner.return),
    ...(hasCosts ? [percent(corner.cost)] : []),
    percent(corner.volatility),
    corner.sharpe === undefined ? missing : decimal(corner.sharpe),
    corner.lambda_from.toPrecision(4),
  ])
  const weights = corners.map((corner) => corner.weights.map((weight) => (weight === 0 ? '·' : percent(weight, 1))))
  const right = { align: 'right' as const }
  const whole = tableLines(
    [...heads, ...assets].map(() => right),
    [[...heads, ...assets].map((head) => ink.muted(head)), ...figures.map((texts, i) => [...texts, ...weights[i]!])],
  )
  if (tableWidth(whole) <= width) return whole
  const lines = tableLines(
    heads.map(() => right),
    [heads, ...figures],
  )
  const room = Math.max(10, width - (lines[0]?.length ?? 0) - 2)
  return lines.map((line, i) => {
    const text = i === 0 ? 'Largest weights' : largest(corners[i - 1]!.weights, assets)
    const joined = `${line}  ${shorten(text, room)}`
    return i === 0 ? ink.muted(joined) : joined
  })
}

function largest(weights: readonly number[], assets: readonly string[]): string {
  return weights
    .map((weight, asset) => ({ weight, asset: assets[asset]! }))
    .filter(({ weight }) => weight !== 0)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ weight, asset }) => `${asset} ${percent(weight, 1)}`)
    .join(', ')
}

/**
 * With full precision; the last `lambda_to` is empty, as it has no end. Labels stand behind `weight_`, so that no cell begins as a formula
 * would.
 */
export function* cornerCsv({ corners, assets }: CornerList): Generator<string> {
  const weightNames = assets.map((asset) => csvCell(`weight_${asset}`))
  yield `${['lambda_from', 'lambda_to', 'return', 'cost', 'volatility', 'sharpe', ...weightNames].join(',')}\n`
  for (const corner of corners) {
    const { lambda_from: from, lambda_to: to, cost, volatility, sharpe, weights } = corner
    yield `${[from, to ?? '', corner.return, cost, volatility, sharpe ?? '', ...weights].join(',')}\n`
  }
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
