import { useMutation } from '@tanstack/react-query'
import { callJson } from '../../../api/session.ts'
import type { HistoryEntry, WholeSeries } from '../../../api/queries.ts'
import { saveText } from '../../../files/save-text.ts'
import { runJson } from './run-files.ts'

/** The run with every series and every trade, which the page itself does not load: fetched and saved. */
export function useJsonFile(run: HistoryEntry, name: string) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const series = await callJson<WholeSeries>(`/history/${run.id}/series`)
      saveText(name, runJson(run, series), 'application/json')
    },
  })
  return { save: () => mutate(), isLoading: isPending, error }
}
