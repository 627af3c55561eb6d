import type { HistoryItem, historyPatch } from '@portofino/contract'
import { changeSimulation, deleteSimulation, publishEvents, restoreSimulation } from '@portofino/database'
import type { Database, Tables } from '@portofino/database'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import { Problem } from '../problem.ts'
import { historyItem } from './history-item.ts'
import { knownSimulation, notDone, ownedSimulation, unknownSimulation } from './owned-simulation.ts'

/** What a user may do to the list of runs. */
export interface HistoryChanges {
  change: (userId: number, id: string, change: z.output<typeof historyPatch>) => Promise<HistoryItem>
  remove: (userId: number, id: string) => Promise<void>
  restore: (userId: number, id: string) => Promise<HistoryItem>
}

type Change = 'history.updated' | 'history.deleted' | 'history.restored'

export function openHistoryChanges(database: Pick<Database, 'db'>): HistoryChanges {
  /** A change and its event, together or not at all. */
  async function changed<Row extends { id: number; task_id: string }>(
    type: Change,
    userId: number,
    change: (trx: Transaction<Tables>) => Promise<Row | undefined>,
  ): Promise<Row | undefined> {
    return database.db.transaction().execute(async (trx) => {
      const row = await change(trx)
      if (row === undefined) return undefined
      const data = { simulation_id: row.id, task_id: row.task_id }
      await publishEvents(trx, [{ type, subject: row.task_id, userId, data }])
      return row
    })
  }

  return {
    async change(userId, id, { name, tags }) {
      const owned = ownedSimulation(userId, id)
      const labels = { name, tags: tags && Array.from(new Set(tags)) }
      const row = await changed('history.updated', userId, async (trx) => changeSimulation(trx, { ...owned, ...labels }))
      if (row === undefined) throw unknownSimulation(id)
      return historyItem(row)
    },

    async remove(userId, id) {
      const owned = ownedSimulation(userId, id)
      if (await changed('history.deleted', userId, async (trx) => deleteSimulation(trx, owned))) return
      const row = await knownSimulation(database, owned)
      throw notDone(row, 'cancel it before deleting it')
    },

    async restore(userId, id) {
      const owned = ownedSimulation(userId, id)
      const row = await changed('history.restored', userId, async (trx) => restoreSimulation(trx, owned))
      if (row === undefined)
        throw new Problem('not_found', { detail: `There is no deleted simulation ${id.slice(0, 64)} of yours.` })
      return historyItem(row)
    },
  }
}
