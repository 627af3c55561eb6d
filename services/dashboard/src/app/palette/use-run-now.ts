import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ensureSession } from '../../api/guest.ts'
import { submitSimulation } from '../../api/simulations.ts'
import { pages } from '../../paths.ts'
import { useRunPage } from '../use-run-page.ts'

/** Starts a run without the editor, and goes to its page. */
export function useRunNow(onStarted: () => void) {
  const navigate = useNavigate()
  const prepareRunPage = useRunPage()
  const { mutate, error } = useMutation({
    mutationFn: async ({ command, key }: { command: string; key: string }) => {
      if (!(await ensureSession())) return null
      return submitSimulation(command, key)
    },
    onSuccess: async (accepted, { command }) => {
      onStarted()
      if (accepted === null) await navigate({ to: pages.signIn, search: { next: `/?${new URLSearchParams({ cmd: command })}` } })
      else await navigate({ to: pages.run, params: { id: accepted.task_id } })
    },
  })
  const run = (command: string): void => {
    prepareRunPage()
    mutate({ command, key: Array.from(crypto.getRandomValues(new Uint8Array(16))).join('-') })
  }
  return { run, error }
}
