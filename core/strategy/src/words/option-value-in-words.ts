import { optionReader } from '../options/read-option.ts'
import { writtenPart } from '../parser/part.ts'
import type { OptionKey } from '../print-option.ts'
import { spansOf } from '../span.ts'
import { optionsInWords } from './options-in-words.ts'
import { ruleInWords } from './rule-in-words.ts'

/** What one value of an option does, as typed: a phrase or sentence; `the default` for that; empty for one that cannot be read. */
export function optionValueInWords(key: OptionKey, value: string): string {
  const text = `${key}=${value}`
  const reader = optionReader(() => {})
  reader.take(writtenPart({ text, spanOf: spansOf(text) }, 0, text.length))
  const { options, written } = reader.finish()
  if (written.get(key)?.isReadable !== true) return ''
  if (options[key] === undefined) return 'the default'
  if (options.rebalance !== undefined) return ruleInWords(options.rebalance.value)
  return optionsInWords(options, { names: undefined, currency: null }).join(' ')
}
