import type { Hover, Totals } from '@portofino/strategy'
import { weight } from '../../../format.ts'
import type { Money } from '../../../format.ts'
import type { CommandForm } from '../form/command-form.ts'
import type { Range } from '../faults/faults.ts'

/** What the leg that a card is about comes to: `long 25.0%, $25,000 at the first close`. Null for anything but a leg with a weight. */
export function legInWords(
  card: Hover,
  { form, totals, start, money }: { form: CommandForm; totals: Totals; start: number; money: Money },
): string | null {
  const leg = form.legs.find((each) => isAt(each, { start: card.start - start, end: card.end - start }))
  const total = leg && totals.legs.find(({ label }) => label === leg.ticker.text.toUpperCase())
  if (total === undefined || !(Number(total.weight) > 0)) return null
  const capital = Number(form.options.find(({ key }) => key === 'capital')?.value.text ?? 100_000)
  const share = Number(total.weight) / 100
  return `${total.side === 'L' ? 'long' : 'short'} ${weight(share)}, ${money(capital * share)} at the first close`
}

function isAt(one: Range, other: Range): boolean {
  return one.start === other.start && one.end === other.end
}
