import { lazyRouteComponent } from '@tanstack/react-router'
import type { AsyncRouteComponent } from '@tanstack/react-router'

/**
 * A screen whose code is loaded when it is needed. A failure says so in words of ours: by the browser's own, the router would load the
 * whole page again, also from a server that is away.
 */
export function lazyScreen<Name extends string>(
  load: () => Promise<Record<Name, () => React.ReactNode>>,
  name: Name,
): AsyncRouteComponent<object> {
  return lazyRouteComponent(async () => load().catch(didNotArrive), name)
}

function didNotArrive(cause: unknown): never {
  throw new Error('The code of this screen did not arrive. Is the server running? Retry when it is; what you typed stays here.', {
    cause,
  })
}
