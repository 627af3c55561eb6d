export { diagnostic } from './diagnostic.ts'
export { diagnosticTemplates } from './diagnostic-codes.ts'
export type { DiagnosticPlace } from './diagnostic.ts'
export type { DiagnosticCode } from './diagnostic-codes.ts'
export type { Diagnostic, Edit, Fix } from './diagnostic.ts'
export { equalPrograms } from './equal-programs.ts'
export { instrumentKey } from './instrument-key.ts'
export { instrumentsOf } from './instruments-of.ts'
export { sumOfShares } from './checker/sum-of-shares.ts'
export { legShares } from './leg-shares.ts'
export { nearest } from './parser/nearest.ts'
export { parse } from './parser/parse.ts'
export type { Dialect, ParseOptions, ParseResult } from './parser/parse.ts'
export { applyEdits } from './parser/working-fixes.ts'
export { resolve } from './resolver/resolve.ts'
export type { ResolveResult, Surroundings } from './resolver/resolve.ts'
export { complete } from './editor/complete.ts'
export type { Completion, Completions } from './editor/completion.ts'
export { hover } from './editor/hover.ts'
export type { Hover, InstrumentHover, OptionHover } from './editor/hover.ts'
export { tokens } from './editor/tokens.ts'
export type { ColorKind, ColorToken } from './editor/tokens.ts'
export { hash } from './hash.ts'
export { optionGuide } from './options/guide.ts'
export type { OptionGuide } from './options/guide.ts'
export { print } from './print.ts'
export { isOptionKey, optionKeys, printOption } from './print-option.ts'
export type { OptionKey, OptionValues } from './print-option.ts'
export { renderDiagnostics } from './render-diagnostics.ts'
export type { RenderOptions } from './render-diagnostics.ts'
export { totals } from './totals.ts'
export type { LegTotal, Totals } from './totals.ts'
export { inWords } from './words/in-words.ts'
export { optionValueInWords } from './words/option-value-in-words.ts'
export type {
  Anchor,
  Benchmark,
  CalendarPeriod,
  CashPolicy,
  Cost,
  InstrumentReference,
  LatePolicy,
  Leg,
  Option,
  Options,
  Period,
  Portfolio,
  Program,
  Rate,
  RebalanceRule,
  RiskFree,
  RulePart,
  Span,
  Subject,
  Weekday,
  Weight,
} from './tree.ts'
