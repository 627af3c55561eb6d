import type { CommandForm, FormPiece } from './command-form.ts'
import type { Range } from '../faults/faults.ts'
import type { FormKey } from './option-fields.ts'

/** A field of the form, which belongs to a token of the command. */
export type FieldPlace =
  | { kind: 'leg'; index: number; part: 'ticker' | 'side' | 'weight' }
  | { kind: 'date'; index: 0 | 1 }
  | { kind: 'option'; key: FormKey }

/** The token of a field; null while nothing is written for it. */
export function tokenOf(place: FieldPlace | null, form: CommandForm): Range | null {
  if (place === null) return null
  if (place.kind === 'date') return form.dates[place.index] ?? null
  if (place.kind === 'option') return form.options.find(({ key }) => key === place.key) ?? null
  const piece: FormPiece | undefined = form.legs[place.index]?.[place.part]
  return piece === undefined || piece.start === piece.end ? null : piece
}

/** The field of the token that the caret is in. */
export function fieldAt(caret: number, form: CommandForm): FieldPlace | null {
  const holds = ({ start, end }: Range): boolean => start <= caret && caret <= end
  const index = form.legs.findIndex(holds)
  if (index >= 0) {
    const leg = form.legs[index]!
    const part = (['weight', 'side', 'ticker'] as const).find((each) => holds(leg[each]))
    return part === undefined ? null : { kind: 'leg', index, part }
  }
  const date = form.dates.slice(0, 2).findIndex(holds)
  if (date >= 0) return { kind: 'date', index: date === 0 ? 0 : 1 }
  const option = form.options.find(holds)
  return option === undefined ? null : { kind: 'option', key: option.key as FormKey }
}
