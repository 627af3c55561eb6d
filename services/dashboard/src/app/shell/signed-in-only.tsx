import { Navigate, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { pages } from '../../paths.ts'
import { useSession } from '../use-session.ts'

const personal: readonly string[] = [pages.runs, pages.run, pages.settings]

/** Sends visitors of what belongs to an account to sign in, and back afterwards. While a dialog asks them again, the page stays. */
export function SignedInOnly({ children }: { children: ReactNode }) {
  const state = useSession()
  const { href, pathname } = useRouterState({ select: ({ location }) => location })
  const isPersonal = useRouterState({ select: ({ matches }) => matches.some(({ fullPath }) => personal.includes(fullPath)) })
  if (!isPersonal || state === 'signed-in' || state === 'expired') return children
  // The address changes before the page does: then the person is on the way already.
  const isOnTheWay = pathname === pages.signIn
  return state === 'signed-out' && !isOnTheWay ? <Navigate to={pages.signIn} search={{ next: href }} replace /> : null
}
