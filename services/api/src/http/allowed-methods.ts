import { isApiPath } from '@portofino/contract'
import type { FastifyInstance } from 'fastify'

/** Notes every route that is added from now on; the answer names the methods of the routes that a path fits. */
export function allowedMethods(app: FastifyInstance): (path: string) => string[] {
  const routes: { fits: (path: string) => boolean; methods: readonly string[] }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    routes.push({ fits: fitting(url), methods: [method].flat() })
  })
  return (path) => {
    const methods = routes.filter(({ fits }) => fits(path)).flatMap((route) => route.methods)
    return Array.from(new Set(methods)).toSorted()
  }
}

/** Pages may be everywhere but below the API. */
function fitting(url: string): (path: string) => boolean {
  if (url === '/*') return (path) => !isApiPath(path)
  const pattern = routePattern(url)
  return (path) => pattern.test(path)
}

/** `/history/:id` as an expression; a slash at the end may come or go. */
function routePattern(url: string): RegExp {
  const parts = url.split('/').filter(Boolean)
  const pattern = parts.map((part) =>
    part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replaceAll(/[^\w-]/g, String.raw`\$&`),
  )
  return new RegExp(`^/${pattern.join('/')}/?$`)
}
