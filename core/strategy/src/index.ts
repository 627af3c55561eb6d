export { diagnostic, diagnosticTemplates } from './diagnostic-codes.ts'
export type { DiagnosticCode, DiagnosticPlace } from './diagnostic-codes.ts'
export type { Diagnostic, Edit, Fix } from './diagnostic.ts'
export { equalPrograms } from './equal-programs.ts'
export { instrumentKey } from './instrument-key.ts'
export { instrumentsOf } from './instruments-of.ts'
export { legShares } from './leg-shares.ts'
export { parse } from './parser/parse.ts'
export type { Dialect, ParseOptions, ParseResult } from './parser/parse.ts'
export { applyEdits } from './parser/working-fixes.ts'
export { resolve } from './resolver/resolve.ts'
export type { ResolveResult, Surroundings } from './resolver/resolve.ts'
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
