import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { healthQuery } from '../../api/health.ts'
import { connection } from '../../connection.ts'
import '../../ui/status.css'

const looks = {
  live: { dot: 'dot', word: 'Live', rest: ' · connected' },
  reconnecting: { dot: 'dot wait', word: 'Reconnecting', rest: '' },
  polling: { dot: 'dot poll', word: 'Polling', rest: ' · every 3 s' },
  offline: { dot: 'dot off', word: 'Offline', rest: ' · no network' },
} as const

/** Live, Reconnecting, Polling or Offline. */
export function ConnectionDot() {
  const { kind } = useSyncExternalStore(connection.subscribe, connection.current)
  // Nothing else might ask a server that is away.
  useQuery({ ...healthQuery, enabled: kind === 'reconnecting' })
  const { dot, word, rest } = looks[kind]
  return (
    <span className="connection" role="status">
      <span className={dot} />
      <span>
        <b>{word}</b>
        <span className="hide-s">{rest}</span>
      </span>
    </span>
  )
}
