import type { Components, JsonSchema } from './json-schema.ts'

/** What may show an example of itself. */
export interface Shown {
  schema: JsonSchema
  example?: unknown
  /** By name. */
  examples?: Record<string, { value: unknown }>
}

export interface Parameter extends Shown {
  name: string
  in: 'path' | 'query' | 'header' | 'cookie'
  required?: boolean
}

interface Described {
  summary?: string
  description?: string
  operationId?: string
  parameters?: Parameter[]
  security?: unknown[]
  requestBody?: { required?: boolean; content: Record<string, Shown> }
  responses: Record<string, { description?: string; content?: Record<string, Shown> }>
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

/** The examples beside a schema. */
export function examplesOf({ example, examples = {} }: Shown): unknown[] {
  return [...(example === undefined ? [] : [example]), ...Object.values(examples).map(({ value }) => value)]
}
