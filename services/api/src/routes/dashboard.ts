import { randomBytes } from 'node:crypto'
import fastifyStatic from '@fastify/static'
import { isApiPath } from '@portofino/contract'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { isBuiltFile, isLastingFile, namesFile } from '../dashboard/built-file.ts'
import { readBuiltPage, renderedPage } from '../dashboard/built-page.ts'
import { addressTooLong, hasLongPart } from '../http/address-parts.ts'
import { opensPage } from '../dashboard/page-address.ts'
import { sendCompressed } from '../http/compressed.ts'
import { contentPolicy, policyText } from '../http/response-headers.ts'
import type { Site } from '../http/site.ts'

export interface DashboardDependencies {
  site: Site
  /** Of the build. */
  folder: string
}

const notBuilt = `The dashboard is not built yet.

    npm start                                  builds it, then starts the server
    npm run build -w @portofino/dashboard      builds it beside a server that runs; then load this page again

The API works without it: /docs describes it.
`

/** Everything that is not the API: files of the build, and for all other addresses its one page. */
export const dashboardRoute: FastifyPluginAsync<DashboardDependencies> = async (app, { site, folder }) => {
  await app.register(fastifyStatic, { serve: false, preCompressed: true, cacheControl: false })
  app.get<{ Params: { '*': string } }>('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = `/${request.params['*']}`
    if (await isBuiltFile(folder, path)) {
      reply.header('cache-control', isLastingFile(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
      return reply.sendFile(path, folder)
    }
    if (isApiPath(path) && hasLongPart(request.url)) throw addressTooLong()
    if (isApiPath(path) || namesFile(path, { isOpened: opensPage(request.headers) })) return reply.callNotFound()
    return sendPage({ request, reply, path }, { site, folder })
  })
}

async function sendPage(
  { request, reply, path }: { request: FastifyRequest; reply: FastifyReply; path: string },
  { site, folder }: DashboardDependencies,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-cache')
  const page = await readBuiltPage(folder)
  if (page === null) return reply.code(503).type('text/plain; charset=utf-8').send(notBuilt)
  const nonce = randomBytes(16).toString('base64')
  const own = ["'self'", `'nonce-${nonce}'`]
  // 'self' covers sockets in today's browsers, not in Safari before 15.4.
  const connections = ["'self'", socketOrigin(request, site)]
  const policy = { ...contentPolicy, 'script-src': own, 'style-src': own, 'connect-src': connections }
  reply.header('content-security-policy', policyText(policy))
  return sendCompressed({ request, reply, text: renderedPage(page, { path, nonce }), type: 'text/html; charset=utf-8' })
}

/** Where a page of this address opens its sockets; the host is one that the server answers for. */
function socketOrigin({ host }: FastifyRequest, { publicUrl }: Site): string {
  const origin = new URL(publicUrl).host === host ? publicUrl : `http://${host}`
  return origin.replace(/^http/, 'ws')
}
