import { optionGuide } from '../options/guide.ts'
import { optionKeys } from '../print-option.ts'
import type { OptionKey } from '../print-option.ts'
import { optionValueInWords } from '../words/option-value-in-words.ts'
import type { Completion } from './completion.ts'

/** Keys that begin with what was typed and are not in use, in canonical order. */
export function keyCandidates(typed: string, used: ReadonlySet<string>): Completion[] {
  return optionKeys
    .filter((key) => key.startsWith(typed) && !used.has(key))
    .map((key) => ({ kind: 'key', label: `${key}=`, text: `${key}=`, detail: optionGuide(key).meaning }))
}

/** Forms of the key's value that begin with what was typed, those in front of it left out. */
export function valueCandidates(key: OptionKey, typed: string, before: readonly string[] = []): Completion[] {
  const { values, default: standard } = optionGuide(key)
  const left = values.filter((value) => !before.includes(value) && (before.length === 0 || value !== standard))
  return left
    .filter((value) => value.startsWith(typed))
    .map((value) => ({ kind: 'value', label: value, text: value, detail: optionValueInWords(key, value) }))
}

/** Whether the key's value may be several, joined by `+`. */
export function takesSum(key: OptionKey): boolean {
  return key === 'rebalance' || key === 'cost'
}

/** Whether an instrument may be the value of the key. */
export function takesInstrument(key: OptionKey): boolean {
  return key === 'bench' || key === 'rf'
}
