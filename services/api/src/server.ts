import { randomUUID } from 'node:crypto'
import type { Logger, Meters } from '@portofino/telemetry'
import { fastify, LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { ApiConfig } from './config.ts'
import { decodableAddress } from './dashboard/page-address.ts'
import { serveDocumentation } from './docs/documentation.ts'
import { longestPart } from './http/address-parts.ts'
import { answerBrokenRequests, bareAnswer } from './http/broken-request.ts'
import { closeAfterReplies } from './http/closing-replies.ts'
import { guardOrigins } from './http/cross-origin.ts'
import { answerErrors, sendProblem } from './http/error-replies.ts'
import { readJsonBody } from './http/json-body.ts'
import { problemOf, usualBodyLimit } from './http/problem-of.ts'
import { putOffOverload } from './http/overload.ts'
import { recordRequests } from './http/request-figures.ts'
import { protectReplies } from './http/response-headers.ts'
import type { Site } from './http/site.ts'
import { guardUpgrades, wantsSocket } from './http/upgrades.ts'

export interface ServerFrame {
  config: Pick<ApiConfig, 'trustedProxies'>
  site: Site
  logger: Logger
  meters: Meters
  version: string
  /** How long a client may take; the documented times unless given. */
  patience?: Patience
}

export interface Patience {
  headersMs: number
  /** For all of it to arrive, and then for the answer. */
  requestMs: number
}

const documentedPatience: Patience = { headersMs: 10_000, requestMs: 30_000 }

/** A server with everything that all routes have in common, and no route but the documentation. */
export async function openServer(frame: ServerFrame): Promise<FastifyInstance> {
  const { config, site, logger, meters, version, patience = documentedPatience } = frame
  // The framework would say once more that it listens; requests log as they are told to.
  const level = logger.isLevelEnabled('info') ? 'warn' : logger.level
  const loggerInstance: FastifyBaseLogger = logger.child({}, { level })
  const app: FastifyInstance = fastify({
    loggerInstance,
    childLoggerFactory: (_framework, bindings, options) => logger.child(bindings, options),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: usualBodyLimit,
    requestTimeout: patience.requestMs,
    // It counts from the headers on, so a body that takes all its time must leave as much for the answer.
    handlerTimeout: 2 * patience.requestMs,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies],
    http: {
      headersTimeout: patience.headersMs,
      maxHeaderSize: 16 * 1024,
      connectionsCheckingInterval: Math.min(1000, patience.headersMs),
      // We ask for it ourselves, with a better answer.
      requireHostHeader: false,
      shouldUpgradeCallback: wantsSocket,
    },
    rewriteUrl: ({ url = '/', headers }) => decodableAddress(url, headers),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: longestPart },
    schemaController: { compilersFactory: { buildValidator: noOtherSchema, buildSerializer: noOtherSchema } },
    // Answered below, where the requests before it are known.
    clientErrorHandler: () => {},
    frameworkErrors: (fault, request, reply) => void sendProblem(problemOf(fault), request, reply),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: unknown, body: string) =>
    readJsonBody(body),
  )
  recordRequests(app, meters)
  putOffOverload(app)
  answerBrokenRequests(app.server, bareAnswer(logger))
  closeAfterReplies(app)
  await protectReplies(app, site)
  guardOrigins(app, site)
  guardUpgrades(app)
  answerErrors(app)
  await serveDocumentation(app, version)
  return app
}

/** Stands in for the compilers of other kinds of schemas, which would take a quarter of the start to load. */
function noOtherSchema(): never {
  throw new TypeError('Cannot compile a schema: every one must be a Zod schema')
}
