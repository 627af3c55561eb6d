/** How a measure is called, meant and computed. Tooltips, the report, the API and `portofino metrics` show this text. */
export interface Definition<Id extends string = string> {
  /** As in results, snake_case: `max_drawdown`. */
  id: Id
  /** As experts call it: "Maximum drawdown". */
  name: string
  /** As a newcomer would say it, lower case: "worst fall". */
  plainName: string
  group: DefinitionGroup
  /** `percent`: a fraction to show as a percentage; `points`: already times 100; `ratio`: a number as it is. */
  unit: 'percent' | 'ratio' | 'points'
  /** One or two sentences in plain words: what it tells and how to read it. */
  meaning: string
  /** In words and the letters that `formulaSymbols` explains. */
  formula: string
  /** When it is null. */
  undefinedWhen: string
  /** Paper or book; null for plain arithmetic. */
  source: string | null
}

export type DefinitionGroup = 'return' | 'risk' | 'drawdown' | 'ratio' | 'distribution' | 'benchmark' | 'exposure' | 'flows'
