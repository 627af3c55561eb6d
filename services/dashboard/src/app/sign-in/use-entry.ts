import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { healthQuery } from '../../api/health.ts'
import type { Credentials } from '../../api/session.ts'
import { register, signIn } from '../../api/session.ts'
import { useSecondsLeft } from '../../ui/use-seconds-left.ts'
import { useSingleMutation } from '../use-single-mutation.ts'
import { entryFaults, missing } from './entry-faults.ts'
import type { EntryFaults } from './entry-faults.ts'

/** Whether the form signs in or makes an account. */
export type EntryMode = 'sign-in' | 'create'

export interface Refused {
  faults: Partial<EntryFaults>
  /** Null where the form itself refused. */
  error: unknown
}

const doers = { 'sign-in': signIn, create: register } as const

/** Sends the form, and keeps what came of it. */
export function useEntry({ mode, shortest }: { mode: EntryMode; shortest: number }) {
  const [refused, setRefused] = useState<Refused | null>(null)
  const [until, setUntil] = useState<number | null>(null)
  const left = useSecondsLeft(until)
  const queries = useQueryClient()
  const { mutate, isPending } = useSingleMutation({
    mutationFn: doers[mode],
    onSuccess: async () => queries.invalidateQueries(),
    onError: (error) => {
      const faults = entryFaults(error)
      setRefused({ faults, error })
      // Looked at anew from now on, until it answers.
      if (faults.isUnreachable) void queries.invalidateQueries({ queryKey: healthQuery.queryKey })
      setUntil(faults.wait === null ? null : Date.now() + faults.wait * 1000)
    },
  })
  useEffect(() => setRefused(null), [mode])

  const submit = (given: Credentials): void => {
    if (isPending || left > 0) return
    const lacks = missing(given, mode === 'create' ? shortest : null)
    const isWhole = Object.keys(lacks).length === 0
    setRefused(isWhole ? null : { faults: lacks, error: null })
    if (isWhole) mutate({ ...given, email: given.email.trim() })
  }
  return { refused, left, isPending, submit }
}
