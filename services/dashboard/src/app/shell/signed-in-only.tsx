import { Navigate, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isPersonal, pages } from '../../paths.ts'
import { useSession } from '../use-session.ts'

/** Sends visitors of what belongs to an account to sign in, and back afterwards. While a dialog asks them again, the page stays. */
export function SignedInOnly({ children }: { children: ReactNode }) {
  const state = useSession()
  const href = useRouterState({ select: ({ location }) => location.href })
  const isOpen = !isPersonal(href.split(/[?#]/)[0]!)
  if (isOpen || state === 'signed-in' || state === 'expired') return children
  return state === 'signed-out' ? <Navigate to={pages.signIn} search={{ next: href }} replace /> : null
}
