import { told } from '../../problems.ts'
import type { Answer } from '../../ui/setting-row.tsx'

/** What a row says of a change that was refused; nothing for none. */
export function refusalOf(error: unknown): Answer {
  return error === null ? null : { kind: 'refused', text: told(error).detail }
}
