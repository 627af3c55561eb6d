import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { accountQuery } from '../../api/queries.ts'
import { pages } from '../../paths.ts'
import { useSession } from '../use-session.ts'

/** Who is signed in, or the way to do so. */
export function AccountLink({ onLeave }: { onLeave?: () => void }) {
  const isSignedIn = useSession() === 'signed-in'
  const { data } = useQuery({ ...accountQuery, enabled: isSignedIn })
  if (!isSignedIn) {
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
