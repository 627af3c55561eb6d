import { randomBytes } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { openDatabase } from '@portofino/database'
import type { Server } from './started-server.ts'

/** Leaves the result of a run in the database as a server with an engine of another version has stored it. */
export async function storedByEngine(version: string, { server, id }: { server: Server; id: number }): Promise<void> {
  await using database = await openDatabase({ dataDirectory: server.dataDirectory, applicationName: 'browser tests' })
  const { db } = database
  const key = randomBytes(32)
  const found = await db.selectFrom('simulations').select('result_key').where('id', '=', id).executeTakeFirstOrThrow()
  const ofKey = found.result_key!
  const { document, ...result } = await db
    .selectFrom('simulation_results')
    .select(['document', 'portfolio_value', 'figures'])
    .where('key', '=', ofKey)
    .executeTakeFirstOrThrow()
  const { columns } = await db
    .selectFrom('simulation_series')
    .select('columns')
    .where('key', '=', ofKey)
    .executeTakeFirstOrThrow()
  const text = zstdDecompressSync(document).toString()
  const older = text.replace(/"engine_version":"[^"]*"/, `"engine_version":"${version}"`)
  if (older === text) throw new Error('Cannot store the result anew: its document names no engine')
  const figures = JSON.stringify(result.figures)
  await db
    .insertInto('simulation_results')
    .values({ ...result, figures, key, document: zstdCompressSync(older) })
    .execute()
  await db.insertInto('simulation_series').values({ key, columns }).execute()
  await db.updateTable('simulations').set({ result_key: key }).where('id', '=', id).execute()
}
