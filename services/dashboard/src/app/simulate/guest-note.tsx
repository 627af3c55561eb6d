import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { accountQuery } from '../../api/queries.ts'
import { hereNow, pages } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import '../../ui/panel.css'
import { useQuietSession } from '../use-session.ts'

/** Whose runs these will be: said to guests. */
export function GuestNote() {
  const state = useQuietSession()
  const { data } = useQuery({ ...accountQuery, enabled: state === 'signed-in' })
  if (state !== 'signed-in' || data === undefined || data.email !== null) return null
  return (
    <p className="notice guest">
      <Icon name="info" />
      <span>
        You are trying PortoFino without an account; runs are kept 7 days.{' '}
        <Link to={pages.signIn} search={{ next: hereNow() }}>
          Create an account
        </Link>
      </span>
    </p>
  )
}
