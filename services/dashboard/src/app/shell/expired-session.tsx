import { useQuery, useQueryClient } from '@tanstack/react-query'
import { accountQuery, authOptionsQuery } from '../../api/queries.ts'
import { abandonSession } from '../../api/session.ts'
import { pages } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EntryForm } from '../sign-in/entry-form.tsx'

/** Asks the person whose session has ended to sign in again, above the page: what was typed and read there stays. */
export function ExpiredSession() {
  const email = useQueryClient().getQueryData(accountQuery.queryKey)?.email ?? ''
  const { data: options } = useQuery(authOptionsQuery)
  return (
    <Dialog open title="Sign in again">
      <p>
        {email === '' ? 'Your session has ended.' : `The session of ${email} has ended.`} The page behind this stays as it is,
        with what you typed.
      </p>
      <EntryForm mode="sign-in" shortest={options?.password_min_length ?? 8} email={email} />
      {options?.google === true && (
        <p className="small">
          With Google:{' '}
          <a href={`${pages.signIn}?why=expired`} target="_blank" rel="noreferrer">
            sign in on another tab
          </a>
          ; this page goes on by itself.
        </p>
      )}
      <div className="btns">
        <Button look="quiet" onClick={() => abandonSession()}>
          Leave this page
        </Button>
      </div>
    </Dialog>
  )
}
