/** How a measure is called, meant and computed. Tooltips, the report, the API and `portofino metrics` show this text. */
export interface Definition<Id extends string = string> {
  /** As in results, snake_case: `max_drawdown`. */
  id: Id
  /** As experts call it: "Maximum drawdown". */
  name: string
  /** As a newcomer would say it, lower case: "worst fall". */
  plainName: string
  group: DefinitionGroup
  /** `percent`: a fraction to show as a percentage; `points`: already times 100; `date` never occurs among metrics. */
  unit: 'percent' | 'ratio' | 'points'
  /** One or two sentences in plain words: what it tells and how to read it. */
  meaning: string
  /** In the notation of the tearsheet: V the index, r its returns, x returns above the risk-free rate, b the benchmark's. */
  formula: string
  /** When it is null. */
  undefinedWhen: string
  /** Paper or book; null for plain arithmetic. */
  source: string | null
}

export type DefinitionGroup = 'return' | 'risk' | 'drawdown' | 'ratio' | 'distribution' | 'benchmark' | 'exposure' | 'flows'
