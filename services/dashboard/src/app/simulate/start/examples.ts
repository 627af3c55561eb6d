import type { Asset } from '../../../api/queries.ts'
import file from './examples.json' with { type: 'json' }

/** A portfolio to begin with, and what the sample prices made of it. */
export interface Example {
  title: string
  text: string
  command: string
  /** A year, as a fraction. */
  cagr: number | null
  /** Positive. */
  max_drawdown: number | null
  /** Value over the capital, evenly spaced. */
  line: number[]
  benchmark: number[] | null
}

export interface ExampleFile {
  examples: Example[]
  /** What the examples hold, so that the first page can name it before the server is asked. */
  instruments: Asset[]
}

export const { examples, instruments: exampleInstruments }: ExampleFile = file
