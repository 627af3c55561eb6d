import type { Definition } from '@portofino/metrics'
import { z } from 'zod'
import { storableText } from './text.ts'

/** `GET /assets`. */
export const assetsQuery = z.strictObject({
  q: storableText.max(100).default('').describe('part of a symbol or a name; empty lists the most used'),
})

const exampleAsset = {
  symbol: 'AAPL',
  name: 'Apple Inc.',
  market: 'XNAS',
  currency: 'USD',
  first: '1990-01-02',
  last: '2022-12-28',
}

const assetSchema = z
  .object({
    symbol: z.string(),
    name: z.string(),
    market: z.string().nullable(),
    currency: z.string(),
    first: z.iso.date().nullable().describe('day of the first price'),
    last: z.iso.date().nullable(),
  })
  .meta({ id: 'Asset', examples: [exampleAsset] })

export const assetsSchema = z.array(assetSchema).meta({ examples: [[exampleAsset]] })

const exampleDefinition = {
  id: 'max_drawdown',
  name: 'Maximum drawdown',
  plain_name: 'worst fall',
  group: 'drawdown',
  unit: 'percent',
  meaning: 'The deepest fall from a peak.',
  formula: '−min(drawdown_t)',
  undefined_when: 'never',
  source: null,
}

const definitionSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    plain_name: z.string(),
    group: z.enum(['return', 'risk', 'drawdown', 'ratio', 'distribution', 'benchmark', 'exposure', 'flows']),
    unit: z.enum(['percent', 'ratio', 'points']),
    meaning: z.string(),
    formula: z.string(),
    undefined_when: z.string(),
    source: z.string().nullable(),
  })
  .meta({ id: 'Definition', examples: [exampleDefinition] })

/** `GET /definitions`: how every measure is called, meant and computed. */
export const definitionsSchema = z.array(definitionSchema).meta({ examples: [[exampleDefinition]] })

export type DefinitionDocument = z.infer<typeof definitionsSchema>[number]

/** The wire form of a definition. */
export function definitionDocument({ plainName, undefinedWhen, ...rest }: Definition): DefinitionDocument {
  return { ...rest, plain_name: plainName, undefined_when: undefinedWhen }
}
