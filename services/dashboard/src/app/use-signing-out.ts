import { useMutation, useMutationState } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { signOut } from '../api/session.ts'
import { pages } from '../paths.ts'

/** Ends the session, or what else `end` does to it, and shows the way in. */
export function useSigningOut<Given = void>(end: (given: Given) => Promise<void>) {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: end,
    onSuccess: async () => navigate({ to: pages.signIn, search: { why: 'signed-out' }, replace: true }),
  })
}

const signOutKey = ['sign-out']

/** Signs out from any page. A refusal is shown where sessions are, with another way to leave. */
export function useSignOut() {
  const navigate = useNavigate()
  return useMutation({
    mutationKey: signOutKey,
    mutationFn: signOut,
    onSuccess: async () => navigate({ to: pages.signIn, search: { why: 'signed-out' } }),
    onError: async () => navigate({ to: pages.settings, hash: 'sessions' }),
  })
}

/** Why the latest attempt to sign out was refused, from whichever page it was made; null when it was not. */
export function useSignOutRefusal(): Error | null {
  return useMutationState({ filters: { mutationKey: signOutKey }, select: ({ state }) => state.error }).at(-1) ?? null
}
