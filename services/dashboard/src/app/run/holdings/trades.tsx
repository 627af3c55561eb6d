import { useState } from 'react'
import type { RunResult, RunSeries } from '../../../api/queries.ts'
import { hiddenAmount, counted, price } from '../../../format.ts'
import { useMoney, useSettings } from '../../../settings/use-settings.ts'
import { legNames } from '../leg-names.ts'
import type { TearsheetView } from '../tearsheet-view.ts'
import { tradeSide } from './trade-side.ts'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'

type Trade = RunSeries['trades'][number]

const atFirst = 10
const step = 100

/** What was bought and sold, oldest first. */
export function Trades({ view: { result, series, range, currency } }: { view: TearsheetView }) {
  const [shown, setShown] = useState(atFirst)
  const [from, to] = [series.dates[range.fromIndex]!, series.dates[range.toIndex]!]
  const trades = range.isWhole ? series.trades : series.trades.filter(({ date }) => date >= from && date <= to)
  const rest = trades.length - shown
  const hasCosts = trades.some(({ cost }) => cost !== 0)
  return (
    <div>
      <h3 className="sub">
        Trades
        <span>
          {counted(trades.length, 'trade')}
          {range.isWhole ? '' : ' in the range'}
        </span>
      </h3>
      {trades.length > 0 && (
        <ScrollRegion label="Trades">
          <table className="t tight">
            <TradesHead hasCosts={hasCosts} />
            <tbody>
              {trades.slice(0, shown).map((trade) => (
                <TradeLine key={`${trade.date} ${trade.leg}`} {...{ trade, currency, hasCosts }} legs={result.legs} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {rest > 0 && (
        <p className="more">
          <button type="button" className="textlink" onClick={() => setShown(shown + step)}>
            Show {Math.min(step, rest)} more
          </button>
          <span className="muted print-note">
            The first {shown} of {trades.length} trades; the CSV and XLSX files have all.
          </span>
        </p>
      )}
    </div>
  )
}

function TradesHead({ hasCosts }: { hasCosts: boolean }) {
  return (
    <thead>
      <tr>
        {['Date', 'Side', 'Leg'].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
        {['Units', 'Price', 'Value', ...(hasCosts ? ['Cost'] : [])].map((name) => (
          <th key={name} scope="col" className="n">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface TradeLineProps {
  trade: Trade
  legs: RunResult['legs']
  currency: string
  hasCosts: boolean
}

const units = new Intl.NumberFormat('en-US', { minimumFractionDigits: 4, maximumFractionDigits: 4 })

function TradeLine({ trade, legs, currency, hasCosts }: TradeLineProps) {
  const money = useMoney()
  const { hideAmounts } = useSettings()
  const amount = (value: number): string => money(Math.abs(value), currency)
  return (
    <tr>
      <td>{trade.date}</td>
      <td>{tradeSide(trade, legs[trade.leg]!.side)}</td>
      <td className="mono">{legNames(legs)[trade.leg]}</td>
      <td className="n">{hideAmounts ? hiddenAmount : units.format(Math.abs(trade.units))}</td>
      <td className="n">{price(trade.price, currency)}</td>
      <td className="n">{amount(trade.value)}</td>
      {hasCosts && <td className="n">{amount(trade.cost)}</td>}
    </tr>
  )
}
