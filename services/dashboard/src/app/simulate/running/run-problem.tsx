import { Link } from '@tanstack/react-router'
import { pages } from '../../../paths.ts'
import { told } from '../../../problems.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import '../../../ui/panel.css'

/** Why a run did not begin, what still holds, and the way on. */
export function RunProblem({ error, wait, onRetry }: { error: unknown; wait: number; onRetry: () => void }) {
  const { title, detail, action, requestId } = told(error)
  return (
    <div className="banner error refusal" role="alert">
      <Icon name="unplug" />
      <div>
        <b>{title}.</b> {detail} {action === 'none' ? '' : 'Your command stays here.'}
        {requestId !== null && (
          <>
            {' '}
            Request <span className="mono">{requestId.slice(0, 8)}</span>.
          </>
        )}
        <div className="btns">
          {action === 'sign-in' ? (
            <Link
              className="btn sm"
              to={pages.signIn}
              search={{ next: `${location.pathname}${location.search}`, why: 'expired' }}
            >
              Sign in
            </Link>
          ) : (
            <Button
              size="sm"
              icon="rerun"
              onClick={onRetry}
              disabledBecause={wait > 0 ? `The server asked to wait ${wait} s` : undefined}
            >
              {wait > 0 ? `Run again in ${wait} s` : 'Run again'}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
