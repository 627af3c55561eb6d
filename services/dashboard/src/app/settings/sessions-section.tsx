import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { endAllSessions, endSession, sessionsQuery } from '../../api/account.ts'
import type { SessionEntry } from '../../api/account.ts'
import { forgetSession } from '../../api/session.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorPanel, Skeleton } from '../../ui/panel.tsx'
import { Section } from '../../ui/section.tsx'
import { Said } from '../../ui/setting-row.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { deviceName } from './device-name.ts'
import { Listing } from './listing.tsx'
import { Moment } from './moment.tsx'
import { refusalOf } from './refusal-of.ts'
import { useSigningOut, useSignOut, useSignOutRefusal } from '../use-signing-out.ts'

/** Where the account is signed in, and the ways to end that. */
export function SessionsSection() {
  const { data, error, refetch } = useQuery(sessionsQuery)
  return (
    <Section
      id="sessions"
      title="Sessions"
      summary="Where you are signed in. A session ends after 7 days without use, at the latest after 30."
    >
      {data === undefined && error === null && <Skeleton height={120} />}
      {data === undefined && error !== null && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <SessionTable sessions={data} />}
      <SignOutButtons />
    </Section>
  )
}

function SessionTable({ sessions }: { sessions: readonly SessionEntry[] }) {
  const sorted = sessions.toSorted(
    (a, b) => Number(b.current) - Number(a.current) || b.last_used_at.localeCompare(a.last_used_at),
  )
  return (
    <Listing label="Sessions" heads={['Session', 'Signed in', 'Last used']}>
      {sorted.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    </Listing>
  )
}

function SessionRow({
  session: { id, current, user_agent: agent, address, created_at: created, last_used_at: used },
}: {
  session: SessionEntry
}) {
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: endSession,
    onSuccess: async () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
  return (
    <tr>
      <td>
        {current ? <b>This browser</b> : deviceName(agent)}{' '}
        <span className="muted" title={agent}>
          {current ? deviceName(agent) : address}
        </span>
      </td>
      <td className="muted">
        <Moment iso={created} />
      </td>
      <td className="muted">
        <Moment iso={used} isRelative />
      </td>
      <td className="n">
        <Said answer={refusalOf(error)} />
        {current ? (
          <span className="muted">this one</span>
        ) : (
          <Button
            size="sm"
            aria-label={`End the session of ${deviceName(agent)}`}
            disabledBecause={isPending ? 'Ending …' : undefined}
            onClick={() => mutate(id)}
          >
            End
          </Button>
        )}
      </td>
    </tr>
  )
}

/** Forgets the session without a word to the server, where it ends by itself. */
async function leaveHere(): Promise<void> {
  await Promise.resolve(forgetSession())
}

function SignOutButtons() {
  const [isAsking, setAsking] = useState(false)
  const { mutate: signOutHere } = useSignOut()
  const refusal = useSignOutRefusal()
  const hereOnly = useSigningOut(leaveHere)
  const everywhere = useSigningOut(endAllSessions)
  return (
    <div className="btns">
      <Button onClick={() => signOutHere()}>Sign out</Button>
      <Button onClick={() => setAsking(true)}>Sign out everywhere…</Button>
      <Said answer={refusalOf(refusal)} />
      {refusal !== null && <Button onClick={() => hereOnly.mutate()}>Sign out here only</Button>}
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title="Sign out everywhere?"
        verb="Sign out everywhere"
        task={everywhere}
      >
        <p>All sessions end within a second, this one too.</p>
        <ul>
          <li>Runs in work go on, and are in your list afterwards.</li>
          <li>API tokens stay: delete those below, one by one.</li>
        </ul>
      </ConfirmDialog>
    </div>
  )
}
