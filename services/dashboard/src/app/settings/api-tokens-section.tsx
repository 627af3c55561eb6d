import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { apiTokensQuery, deleteApiToken } from '../../api/account.ts'
import type { ApiToken, CreatedApiToken } from '../../api/account.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorPanel, Skeleton } from '../../ui/panel.tsx'
import { Section } from '../../ui/section.tsx'
import { useSingleMutation } from '../use-single-mutation.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { Listing } from './listing.tsx'
import { Moment } from './moment.tsx'
import { NewTokenDialog } from './new-token-dialog.tsx'
import { ShownOnce } from './shown-once.tsx'

/** Tokens for programs: made, shown once, deleted. */
export function ApiTokensSection() {
  const { data, error, refetch } = useQuery(apiTokensQuery)
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<CreatedApiToken | null>(null)
  return (
    <Section id="tokens" title="API tokens" summary="For programs. They work wherever you do, within their scope.">
      {made !== null && <ShownOnce token={made} />}
      {data === undefined && error === null && <Skeleton height={80} />}
      {data === undefined && error !== null && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className="muted">No program has a token yet.</p>}
      {data !== undefined && data.length > 0 && (
        <Listing label="API tokens" heads={['Name', 'Scope', 'Created', 'Last used']}>
          {data.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </Listing>
      )}
      <div className="btns">
        <Button icon="plus" onClick={() => setMaking(true)}>
          New token
        </Button>
        <span className="small muted">
          <b>read</b> for looking, <b>operate</b> for everything that your account may do.
        </span>
      </div>
      <NewTokenDialog open={isMaking} onClose={() => setMaking(false)} onMade={setMade} />
    </Section>
  )
}

function TokenRow({ token: { id, name, scope, created_at: created, last_used_at: used } }: { token: ApiToken }) {
  const [isAsking, setAsking] = useState(false)
  const queries = useQueryClient()
  const removal = useSingleMutation({
    mutationFn: async () => deleteApiToken(id),
    onSuccess: async () => queries.invalidateQueries({ queryKey: apiTokensQuery.queryKey }),
  })
  return (
    <tr>
      <td>
        <b>{name}</b>
      </td>
      <td>
        <span className="tag">{scope}</span>
      </td>
      <td className="muted">
        <Moment iso={created} />
      </td>
      <td className="muted">{used === null ? 'never' : <Moment iso={used} isRelative />}</td>
      <td className="n">
        <Button size="sm" aria-label={`Delete ${name}`} onClick={() => setAsking(true)}>
          Delete
        </Button>
        <ConfirmDialog
          open={isAsking}
          onClose={() => setAsking(false)}
          title={`Delete ${name}?`}
          verb="Delete token"
          task={removal}
        >
          <p>Programs that use it are refused at once. It cannot be brought back.</p>
        </ConfirmDialog>
      </td>
    </tr>
  )
}
