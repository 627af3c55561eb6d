import type { FastifyInstance } from 'fastify'

/** Notes every route that is added from now on; the answer names the methods of the routes that a path fits. */
export function allowedMethods(app: FastifyInstance): (path: string) => string[] {
  const routes: { pattern: RegExp; methods: readonly string[] }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    routes.push({ pattern: routePattern(url), methods: [method].flat() })
  })
  return (path) => {
    const methods = routes.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods)
    return Array.from(new Set(methods)).toSorted()
  }
}

/** `/history/:id` as an expression; a slash at the end may come or go. */
function routePattern(url: string): RegExp {
  const parts = url.split('/').filter(Boolean)
  const pattern = parts.map((part) =>
    part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replaceAll(/[^\w-]/g, String.raw`\$&`),
  )
  return new RegExp(`^/${pattern.join('/')}/?$`)
}
