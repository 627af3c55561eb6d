import { isoDate } from '@portofino/market'
import { diagnostic } from '@portofino/strategy'
import type { Diagnostic } from '@portofino/strategy'
import type { SimulatedRun } from '../simulated-run.ts'

/** W213 for each leg that stopped trading and became cash. */
export function settlementNotes({ legs, portfolio }: Pick<SimulatedRun, 'legs' | 'portfolio'>): Diagnostic[] {
  return legs.flatMap(({ instrument, settlement }, i) => {
    if (instrument === null || settlement === null) return []
    const date = isoDate(settlement.delisting.day)
    return [diagnostic('W213', { t: instrument.symbol, date, policy: 'cash' }, { span: portfolio.legs[i]!.span })]
  })
}
