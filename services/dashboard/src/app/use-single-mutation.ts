import { useMutation } from '@tanstack/react-query'
import type { DefaultError, MutateOptions, UseMutationOptions } from '@tanstack/react-query'
import { useRef } from 'react'
import { useStable } from '../ui/use-stable.ts'

/**
 * `useMutation` whose `mutate` does nothing while it is under way. `isPending` comes with the next drawing, too late for a second click of
 * the same moment.
 */
export function useSingleMutation<Data, Given = void>(options: UseMutationOptions<Data, DefaultError, Given>) {
  const mutation = useMutation(options)
  const isUnderway = useRef(false)
  const mutate = useStable((given: Given, then?: MutateOptions<Data, DefaultError, Given>): void => {
    if (isUnderway.current) return
    isUnderway.current = true
    const end = (): void => {
      isUnderway.current = false
    }
    // What was refused stands in `error`.
    mutation.mutateAsync(given, then ?? {}).then(end, end)
  })
  return { ...mutation, mutate }
}
