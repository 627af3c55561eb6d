import { useMutation } from '@tanstack/react-query'
import { editorLink } from '../../paths.ts'
import { useStartRun } from '../use-start-run.ts'

/** Starts a run without the editor, and goes to its page. */
export function useRunNow(onAnswered: () => void) {
  const start = useStartRun()
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (command: string) => start({ commands: [command], next: () => editorLink(command), onAnswered }),
  })
  const run = (command: string): void => {
    if (!isPending) mutate(command)
  }
  return { run, error }
}
