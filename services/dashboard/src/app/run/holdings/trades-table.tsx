import type { RunResult, Trade } from '../../../api/queries.ts'
import { hiddenAmount, price } from '../../../format.ts'
import { useMoney, useSettings } from '../../../settings/use-settings.ts'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'
import { legNames } from '../leg-names.ts'
import { tradeSide } from './trade-side.ts'

interface TradesTableProps {
  trades: readonly Trade[]
  result: Pick<RunResult, 'legs' | 'attribution'>
  currency: string
}

export function TradesTable({ trades, result: { legs, attribution }, currency }: TradesTableProps) {
  // Of the whole run, so that every page has the same columns.
  const hasCosts = attribution.rows.some(({ kind, contribution }) => kind === 'costs' && contribution !== 0)
  return (
    <ScrollRegion label="Trades" className="trades">
      <table className="t tight">
        <TradesHead hasCosts={hasCosts} />
        <tbody>
          {trades.map((trade, at) => (
            <TradeLine key={at} {...{ trade, legs, currency, hasCosts }} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
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
