import { parse } from './parser/parse.ts'
import type { Dialect } from './parser/parse.ts'

/** What tests compare: per diagnostic its code, the text it stands at, and its fixes: `E107 X: MSFT-L-50% | MSFT-S-50%`. */
export function faultLines(text: string, dialect: Dialect = 'default'): string[] {
  return parse(text, { dialect }).diagnostics.map(({ code, span, fixes }) => {
    const titles = fixes.map(({ title }) => title).join(' | ')
    return `${code} ${text.slice(span.start, span.end)}${titles === '' ? '' : `: ${titles}`}`
  })
}
