import type { Catalog } from '@portofino/market'
import type { Edit } from '@portofino/strategy'
import type { CommandForm } from './command-form.ts'
import type { FieldPlace } from './field-place.ts'

/** What every part of the form is given. */
export interface FormProps {
  /** The command that the fields edit, and its parts. */
  command: string
  form: CommandForm
  catalog: Catalog
  /** The field in use, or that of the token that the caret is in. */
  at: FieldPlace | null
  onEdits: (edits: Edit[]) => void
  onField: (place: FieldPlace | null) => void
}
