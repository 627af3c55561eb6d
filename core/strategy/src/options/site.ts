import type { Fix } from '../diagnostic.ts'
import { nearest } from '../parser/nearest.ts'
import { removal } from '../parser/part.ts'
import type { Part } from '../parser/part.ts'
import type { Report } from '../parser/report.ts'

/** The option that a value is read for. */
export interface OptionSite {
  key: string
  /** The whole option, key included. */
  whole: Part
  /** What the key takes, as typed. */
  values: readonly string[]
  /** The same in words, for a sentence. */
  forms: readonly string[]
  report: Report
}

/** What a reader returns: the normalized value, null when it is the default, undefined when it is faulty and reported. */
export type Reading<Value> = Value | null | undefined

/** E142 for a value, or the piece of a value, that the option does not know. The likeliest mends come first. */
export function refuseValue(
  part: Part,
  { key, whole, values, forms, report }: OptionSite,
  mended: readonly string[] = [],
): undefined {
  const words = values.filter((value) => /^[a-z]+$/.test(value))
  const texts = mended.length > 0 ? mended : nearest(part.text, words)
  const fixes = texts.map((text): Fix => {
    const edit = part.replacedBy(text)
    return { title: titled(whole, part, text), edits: [edit] }
  })
  const list = alternatives(forms)
  report('E142', { v: part.text, k: key, list }, { span: part.span, expected: [...values], fixes: [...fixes, removal(whole)] })
}

/** The terms that `+` joins; where one is empty, the whole is refused (E142) and may do without it. */
export function joinedTerms(part: Part, site: OptionSite): { terms: Part[]; isComplete: boolean } {
  let from = 0
  const all = part.text.split('+').map((text) => {
    const start = from
    from += text.length + 1
    return part.slice(start, start + text.length)
  })
  const terms = all.filter(({ text }) => text !== '')
  const isComplete = terms.length === all.length
  if (!isComplete) refuseValue(part, site, terms.length > 0 ? [terms.map(({ text }) => text).join('+')] : [])
  return { terms, isComplete }
}

/** E143 for a number without its unit. */
export function askForUnit(
  part: Part,
  { units, mended }: { units: readonly string[]; mended: readonly string[] },
  site: OptionSite,
): void {
  const fixes = mended.map((text): Fix => ({ title: titled(site.whole, part, text), edits: [part.replacedBy(text)] }))
  site.report('E143', { v: part.text, list: alternatives(units) }, { span: part.span, expected: [...mended], fixes })
}

/** "a, b or c", or with another word before the last. */
export function alternatives(values: readonly string[], word = 'or'): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${word} ${values.at(-1)}`
}

/** The option as it reads with one piece replaced. */
export function titled(whole: Part, part: Part, text: string): string {
  if (part.end - part.start !== part.text.length) return text
  const at = part.start - whole.start
  return whole.text.slice(0, at) + text + whole.text.slice(at + part.text.length)
}
