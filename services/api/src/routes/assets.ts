import { assetsQuery, assetsSchema } from '@portofino/contract'
import type { Day, Instrument } from '@portofino/market'
import { isoDate } from '@portofino/market'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals, signedIn, signInRefusals } from '../http/refusals.ts'

export interface AssetsDependencies {
  /** Best first; the most used for an empty text. */
  searchInstruments: (text: string) => Promise<readonly Instrument[]>
}

export const assetsRoute: FastifyPluginAsyncZod<AssetsDependencies> = async (app, { searchInstruments }) => {
  const schema = {
    ...signedIn,
    summary: 'Instruments whose symbol or name fits',
    description: 'Best first, at most twenty. Without a text at most fifty: those that were used most, then others.',
    tags: ['reference'],
    querystring: assetsQuery,
    response: { 200: assetsSchema, ...refusals(...signInRefusals, 'prices_unavailable') },
  }
  app.get('/assets', { schema }, async ({ query }) => {
    const instruments = await searchInstruments(query.q)
    return instruments.map(({ symbol, name, market, currency, first, last }) => {
      return { symbol, name, market, currency, first: dateOf(first), last: dateOf(last) }
    })
  })
}

function dateOf(day: Day | null): string | null {
  return day === null ? null : isoDate(day)
}
