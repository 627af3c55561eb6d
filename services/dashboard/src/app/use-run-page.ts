import { useRouter } from '@tanstack/react-router'
import { pages } from '../paths.ts'

/** Gets the code of the page of a run, for whoever is about to go there. */
export function useRunPage(): () => void {
  const router = useRouter()
  return () => void router.loadRouteChunk(router.routesByPath[pages.run])
}
