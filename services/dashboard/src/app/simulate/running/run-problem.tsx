import { Link } from '@tanstack/react-router'
import { hereNow, pages } from '../../../paths.ts'
import { told } from '../../../problems.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import '../../../ui/panel.css'
import type { Begun } from './use-run.ts'

interface RunProblemProps {
  error: unknown
  wait: number
  begun: Begun | null
  onRetry: () => void
}

/** Why a run did not begin, what still holds, and the way on. */
export function RunProblem({ error, wait, begun, onRetry }: RunProblemProps) {
  const { title, detail, action, requestId } = told(error)
  return (
    <div className="banner error refusal" role="alert">
      <Icon name="unplug" />
      <div>
        <b>{title}.</b> {detail} {keptWords(begun, action)}
        {requestId !== null && (
          <>
            {' '}
            Request <span className="mono">{requestId.slice(0, 8)}</span>.
          </>
        )}
        <div className="btns">
          {action === 'sign-in' ? (
            <Link className="btn sm" to={pages.signIn} search={{ next: hereNow(), why: 'expired' }}>
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

function keptWords(begun: Begun | null, action: ReturnType<typeof told>['action']): string {
  if (begun !== null) return `${begun.started} of ${begun.of} runs have started; running again starts the others only.`
  return action === 'none' ? '' : 'Your command stays here.'
}
