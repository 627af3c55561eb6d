import { readFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { contentPolicy, policyText } from '../http/response-headers.ts'
import { withoutMachineBounds } from './machine-bounds.ts'
import { withOperationDetails } from './operation-details.ts'
import { withStatusWords } from './status-words.ts'
import { withUsedSchemas } from './used-schemas.ts'

const tags = [
  { name: 'accounts', description: 'Register, sign in, sign out, tokens, sessions' },
  { name: 'simulation', description: 'Check a command, run it, follow its task' },
  { name: 'optimization', description: 'Weights that answer an objective, and the efficient frontier' },
  { name: 'history', description: 'What was run: search, rename, tag, delete, restore' },
  { name: 'reports', description: 'A run as an XLSX workbook' },
  { name: 'reference', description: 'Instruments and the definition of every measure' },
  { name: 'operation', description: 'Health and figures' },
]

/** The one style that Swagger UI writes into the page, by its hash. */
const inlineStyle = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='"

/** OpenAPI 3.1 from the schemas of the routes that are added after it, and the pages of /docs from this process itself. */
export async function serveDocumentation(app: FastifyInstance, version: string): Promise<void> {
  // What no schema can say.
  const introduction = await readFile(new URL('introduction.md', import.meta.url), 'utf8')
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'PortoFino', version, description: introduction, license: { name: 'MIT', identifier: 'MIT' } },
      servers: [{ url: '/', description: 'This server' }],
      tags,
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'An access token of /auth/login, or an API token' },
          password: {
            type: 'oauth2',
            description: 'Signs in here with e-mail (as username) and password; client id and secret stay empty',
            flows: { password: { tokenUrl: '/auth/login', scopes: {} } },
          },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => {
      const used = withUsedSchemas(jsonSchemaTransformObject(document))
      return withoutMachineBounds(withOperationDetails(withStatusWords(used)))
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: {
      layout: 'BaseLayout',
      deepLinking: true,
      docExpansion: 'list',
      tryItOutEnabled: true,
      persistAuthorization: false,
    },
    staticCSP: policyText({ ...contentPolicy, 'style-src': ["'self'", inlineStyle] }),
    theme: { title: 'PortoFino API' },
  })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
