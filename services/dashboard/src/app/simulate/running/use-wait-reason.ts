import { useSyncExternalStore } from 'react'
import { connection } from '../../../connection.ts'

/** Why a right command cannot run now; undefined when it can. */
export function useWaitReason(secondsToWait: number): string | undefined {
  const { kind } = useSyncExternalStore(connection.subscribe, connection.current)
  if (kind === 'offline') return 'You are offline. The command is kept, and checked here'
  return secondsToWait > 0 ? `The server asked to wait: ${secondsToWait} s` : undefined
}
