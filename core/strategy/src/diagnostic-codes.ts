import type { Diagnostic, Fix } from './diagnostic.ts'
import type { Span } from './tree.ts'

/** Every message by its code; a name in braces is a value to fill in. Codes never change meaning. */
export const diagnosticTemplates = {
  E100: 'the command is empty',
  E101: 'the command is longer than {n} characters',
  E102: 'unexpected character "{c}"',
  E103: '"{c}" is never closed',
  E104: 'cannot read "{x}"; expected {list}',
  E105: '"{x}" is not TICKER-SIDE-WEIGHT',
  E106: '"{x}" is not a ticker',
  E107: 'unknown side "{x}"; write L (long) or S (short)',
  E108: 'weight "{x}" needs %, a fraction or *',
  E110: 'weight must be above 0%',
  E111: 'weight {w} exceeds {g}',
  E112: 'no leg given',
  E113: 'more than {n} legs',
  E114: 'no period given',
  E115: 'a second period',
  E116: '"{x}" is not a calendar date',
  E120: 'weights add up to {s}, {d} points {shortOrOver} {g}',
  E121: 'nothing is left for *',
  E122: '{t} appears twice',
  E123: '$CASH cannot be short; use gross= to borrow',
  E124: '{a} and {b} exclude each other',
  E131: 'end date is not after start date',
  E132: '{date} is in the future',
  E140: 'unknown option "{k}"',
  E141: '{k} is given twice',
  E142: '"{v}" is not a value of {k}; expected {list}',
  E143: '"{v}" needs a unit: {list}',
  E144: '{k} must be within {lo}..{hi}',
  E150: 'unknown basket "{n}"',
  E151: 'basket {n} adds up to {s}, not 100%',
  E152: 'basket {n} is defined twice',
  E160: 'this sweep has no values',
  E161: 'this sweep makes {n} runs; the limit is {max}',
  E170: 'unknown modifier "{m}"',
  E180: 'more than 10 portfolios',
  E190: '{feature} is not available here',
  E301: 'unknown symbol "{t}"',
  E302: '"{t}" trades in several markets: {list}',
  E303: '{t} has no prices in this period',
  E304: '{a} is in {c1}, {b} in {c2}; currencies cannot be mixed',
  E305: 'no common period is left',
  E306: '{t} has no price for more than {n} sessions from {date}',
  E307: '{t} has no price before {date} (late=error)',
  E308: '{t} stopped trading on {date} (dead=error)',
  E309: '{t} has adjusted prices only',
  E310: 'costs cannot be solved at {date}',
  W210: '{t} has no price before {date}; the run starts there (late=clip)',
  W211: '{t} has no price after {date}; the run ends there',
  W212: '{t}: {n} missing prices carried forward',
  W213: '{t} stopped trading on {date} (dead={policy})',
  W250: 'basket {n} is never used',
  N401: 'read "{x}" as {y}',
  N402: 'read date "{x}" as {y}',
  N403: 'CASH is the stock; write $CASH for cash',
  N404: 'a swept weight of 0% leaves {t} out',
} as const

export type DiagnosticCode = keyof typeof diagnosticTemplates

/** Where a diagnostic stands, and what it offers. */
export interface DiagnosticPlace {
  span: Span
  related?: Span[]
  expected?: string[]
  fixes?: Fix[]
  help?: string
}

const severities: Readonly<Record<string, Diagnostic['severity']>> = { E: 'error', W: 'warning', N: 'note' }

/**
 * A diagnostic with its message filled in. A name of the message that has no value is a TypeError; values that the
 * message does not use are ignored.
 *
 * ```ts
 * const span = { start: 0, end: 4, utf8Start: 0, utf8End: 4 }
 * assert.equal(diagnostic('E122', { t: 'AAPL' }, { span }).message, 'AAPL appears twice')
 * ```
 */
export function diagnostic(
  code: DiagnosticCode,
  values: Readonly<Record<string, string | number>>,
  { span, related = [], expected = [], fixes = [], help }: DiagnosticPlace,
): Diagnostic {
  const message = diagnosticTemplates[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw new TypeError(`Cannot word ${code}: no value for {${name}}, got ${JSON.stringify(values)}`)
    return String(value)
  })
  const severity = severities[code.charAt(0)]!
  const body = { code, severity, message, span, related, expected, fixes }
  return help === undefined ? body : { ...body, help }
}
