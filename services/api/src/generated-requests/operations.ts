import type { Components, JsonSchema } from './json-schema.ts'

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header' | 'cookie'
  required?: boolean
  schema: JsonSchema
}

interface Described {
  summary?: string
  description?: string
  parameters?: Parameter[]
  security?: unknown[]
  requestBody?: { content: Record<string, { schema: JsonSchema }> }
  responses: Record<string, { description?: string; content?: Record<string, { schema: JsonSchema }> }>
}

export interface Operation extends Described {
  method: string
  /** With `{names}`. */
  path: string
  needsSignIn: boolean
}

export interface ApiDocument {
  openapi: string
  components?: { schemas?: Components }
  paths: Record<string, Record<string, Described>>
}

/** Every operation of the document. */
export function operationsOf({ paths }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const needsSignIn = (described.security ?? []).length > 0
      return { ...described, method: method.toUpperCase(), path, needsSignIn }
    }),
  )
}
