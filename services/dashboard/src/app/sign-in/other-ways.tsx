import { useNavigate } from '@tanstack/react-router'
import type { AuthOptions } from '../../api/queries.ts'
import { ensureSession } from '../../api/guest.ts'
import { told } from '../../problems.ts'
import { useSingleMutation } from '../use-single-mutation.ts'
import { Button } from '../../ui/button.tsx'
import { forgetNext, leaveForGoogle } from './google-trip.ts'
import type { EntryMode } from './use-entry.ts'

interface OtherWaysProps {
  mode: EntryMode
  options: AuthOptions
  next: string
  isGuest: boolean
  onMode: (mode: EntryMode) => void
}

/** Google, the other purpose of the form, and a look around without an account: what this server offers of them. */
export function OtherWays({ mode, options, next, isGuest, onMode }: OtherWaysProps) {
  return (
    <div className="others">
      {options.google && (
        <>
          <div className="orr">or</div>
          <Button icon="google" onClick={() => leaveForGoogle(next)}>
            Continue with Google
          </Button>
        </>
      )}
      {mode === 'create' && (
        <p>
          Have an account?{' '}
          <button type="button" className="text-button" onClick={() => onMode('sign-in')}>
            Sign in
          </button>
        </p>
      )}
      {mode === 'sign-in' && options.registration === 'open' && (
        <p>
          New here?{' '}
          <button type="button" className="text-button" onClick={() => onMode('create')}>
            Create an account
          </button>
        </p>
      )}
      {mode === 'sign-in' && options.registration === 'closed' && <p>This server takes no new accounts; ask whoever runs it.</p>}
      {options.guests && !isGuest && <TryIt next={next} />}
    </div>
  )
}

function TryIt({ next }: { next: string }) {
  const navigate = useNavigate()
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: ensureSession,
    onSuccess: async () => {
      forgetNext()
      await navigate({ href: next })
    },
  })
  return (
    <p>
      <button type="button" className="text-button" disabled={isPending} onClick={() => mutate()}>
        Try it without an account
      </button>
      <span>: what you run is kept for 7 days.</span>
      {error !== null && (
        <span className="said bad" role="alert">
          {told(error).detail}
        </span>
      )}
    </p>
  )
}
