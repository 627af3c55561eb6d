import type { RunResult, Trade } from '../../../api/queries.ts'
import { hiddenAmount, price } from '../../../format.ts'
import { useMoney, useSettings } from '../../../settings/use-settings.ts'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'
import { legNames } from '../leg-names.ts'
import { tradeSide } from './trade-side.ts'

interface TradesTableProps {
  trades: readonly Trade[]
  result: Pick<RunResult, 'legs' | 'attribution' | 'policies'>
  currency: string
}

export function TradesTable({ trades, result: { legs, attribution, policies }, currency }: TradesTableProps) {
  const isAdjusted = policies.some(({ id, value }) => id === 'price' && value === 'adj')
  // Of the whole run, so that every page has the same columns.
  const hasCosts = attribution.rows.some(({ kind, contribution }) => kind === 'costs' && contribution !== 0)
  return (
    <>
      <ScrollRegion label="Trades" className="trades">
        <table className="t tight">
          <TradesHead {...{ hasCosts, isAdjusted }} />
          <tbody>
            {trades.map((trade, at) => (
              <TradeLine key={at} {...{ trade, legs, currency, hasCosts }} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {isAdjusted && (
        <p className="xs muted more">
          Adjusted price: the close of the day, adjusted for the splits and dividends that followed; what was paid that day was
          another price.
        </p>
      )}
    </>
  )
}

function TradesHead({ hasCosts, isAdjusted }: { hasCosts: boolean; isAdjusted: boolean }) {
  return (
    <thead>
      <tr>
        {['Date', 'Side', 'Leg'].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
        {['Units', isAdjusted ? 'Adjusted price' : 'Price', 'Value', ...(hasCosts ? ['Cost'] : [])].map((name) => (
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
