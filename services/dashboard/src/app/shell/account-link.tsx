import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { accountQuery } from '../../api/queries.ts'
import { pages } from '../../paths.ts'
import { useQuietSession } from '../use-session.ts'

/** Who is signed in, or the way to do so. */
export function AccountLink({ onLeave }: { onLeave?: () => void }) {
  const state = useQuietSession()
  const { data } = useQuery({ ...accountQuery, enabled: state === 'signed-in' })
  // Whoever must sign in again is still the one whose page this is.
  if (state !== 'signed-in' && state !== 'expired') {
    return (
      <Link to={pages.signIn} search={{}} onClick={onLeave}>
        Sign in
      </Link>
    )
  }
  return (
    <Link to={pages.settings} onClick={onLeave} title="Settings">
      {data === undefined ? 'Settings' : (data.email ?? 'Guest')}
    </Link>
  )
}
