import { uuidReference } from '@portofino/contract'
import type { reportSchema } from '@portofino/contract'
import { findReport, findReportFile, findSimulation } from '@portofino/database'
import type { Database } from '@portofino/database'
import type { z } from 'zod'
import { ownedSimulation } from '../history/owned-simulation.ts'
import type { Owned } from '../history/owned-simulation.ts'
import { Problem } from '../problem.ts'

/** Workbooks that a user ordered. One of somebody else is as unknown as one that never was. */
export interface Reports {
  /** Gives the task. */
  order: (userId: number, simulationId: string) => Promise<string>
  find: (userId: number, taskId: string) => Promise<z.input<typeof reportSchema>>
  file: (userId: number, taskId: string) => Promise<{ name: string; bytes: Buffer }>
}

export interface ReportWorks {
  database: Pick<Database, 'db'>
  submit: (order: Owned) => Promise<string>
}

export function openReports({ database: { db }, submit }: ReportWorks): Reports {
  /** That of a deleted run is gone with it, until it is restored. */
  async function known(userId: number, text: string) {
    const taskId = uuidReference(text)
    const report = taskId === null ? undefined : await findReport(db, { userId, taskId })
    const run = report && (await findSimulation(db, { userId, id: report.simulation_id }))
    if (report === undefined || run === undefined) throw unknownReport(text)
    return report
  }

  return {
    order: async (userId, text) => submit(ownedSimulation(userId, text)),

    async find(userId, text) {
      const report = await known(userId, text)
      const isReady = report.status === 'done' && report.expires_at !== null && report.expires_at > new Date()
      return {
        task_id: report.task_id,
        status: report.status,
        download_url: isReady ? `/report/${report.task_id}/file` : null,
        expires_at: report.expires_at?.toISOString() ?? null,
      }
    },

    async file(userId, text) {
      const { task_id: taskId, status, file_name: name } = await known(userId, text)
      if (status !== 'done') {
        throw new Problem('report_not_ready', {
          detail: `The report is ${status}; GET /report/${taskId} says when it is done.`,
          members: { existing: { task_id: taskId, status } },
        })
      }
      const stored = await findReportFile(db, { userId, taskId })
      if (stored === undefined) throw unknownReport(text)
      if (stored.file === null)
        throw new Problem('report_expired', { detail: 'The report has expired; order it again with POST /report.' })
      return { name: safeName(name), bytes: stored.file }
    },
  }
}

/** What may stand between the quotes of a header. */
function safeName(name: string | null): string {
  return (name ?? 'report.xlsx').replaceAll(/[^\w. -]/g, '_')
}

function unknownReport(text: string): Problem {
  return new Problem('not_found', { detail: `There is no report ${text.slice(0, 64)} of yours.` })
}
