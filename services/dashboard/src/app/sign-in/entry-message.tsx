import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { healthQuery } from '../../api/health.ts'
import { Icon } from '../../ui/icon.tsx'
import { ServerAway } from './server-away.tsx'
import type { Refused } from './use-entry.ts'

/** Why nobody is signed in yet, where no single field says it. */
export function EntryMessage({
  refused,
  left,
  onSignIn,
}: {
  refused: Refused
  left: number
  onSignIn: (() => void) | undefined
}) {
  const { faults, error } = refused
  if (faults.isUnreachable === true) return <AwayStill error={error} />
  if (faults.email !== undefined && error !== null && onSignIn) {
    return (
      <p className="small">
        <button type="button" className="text-button" onClick={onSignIn}>
          Sign in to it instead
        </button>
      </p>
    )
  }
  return <Message faults={faults} left={left} />
}

/** Until the server has answered since. */
function AwayStill({ error }: { error: unknown }) {
  const { dataUpdatedAt } = useQuery(healthQuery)
  const [since] = useState(() => Date.now())
  return dataUpdatedAt < since ? <ServerAway error={error} /> : null
}

function Message({
  faults: { message = null, wait = null, requestId = null },
  left,
}: {
  faults: Refused['faults']
  left: number
}) {
  // What had to be waited for is over.
  if (message === null || (wait !== null && left === 0)) return null
  return (
    <p className="said bad" role="alert">
      <Icon name="failed" />
      <span>
        {message}
        {wait !== null && <span role="timer"> Try again in {left} s.</span>}
        {requestId !== null && <span className="mono"> Request {requestId.slice(0, 8)}.</span>}
      </span>
    </p>
  )
}
