import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { signOut } from '../../api/session.ts'
import { pages } from '../../paths.ts'

/** Ends the session, or what else `end` does to it, and shows the way in. */
export function useSigningOut<Given = void>(end: (given: Given) => Promise<void> = signOut) {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: end,
    onSuccess: async () => navigate({ to: pages.signIn, search: { why: 'signed-out' }, replace: true }),
  })
}
