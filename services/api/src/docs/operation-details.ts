interface Schema {
  type?: string
  anyOf?: Schema[]
}

interface RequestBody {
  required?: boolean
  content?: Record<string, { schema?: Schema }>
}

/** The document with what follows from each operation: its id, and whether its body may be left out. */
export function withOperationDetails<Document extends object>(document: Document): Document {
  if (!('paths' in document) || typeof document.paths !== 'object' || document.paths === null) return document
  const paths = Object.entries(document.paths).map(([path, methods]: [string, object]) => {
    const operations = Object.entries(methods).map(([method, operation]: [string, { requestBody?: RequestBody }]) => {
      const body = operation.requestBody && { requestBody: withRequirement(operation.requestBody) }
      return [method, { operationId: operationId(method, path), ...operation, ...body }] as const
    })
    return [path, Object.fromEntries(operations)] as const
  })
  return { ...document, paths: Object.fromEntries(paths) }
}

/** `post_tasks_by_task_id_cancel`, for programs that make clients out of the document. */
function operationId(method: string, path: string): string {
  const parts = path.split('/').filter(Boolean)
  return [method, ...parts.map((part) => part.replace(/^\{(.*)\}$/, 'by_$1').replaceAll(/\W/g, '_'))].join('_')
}

/** A schema that takes null stands for a body that may be absent. */
function withRequirement({ content = {}, ...body }: RequestBody): RequestBody {
  const kinds = Object.entries(content).map(([type, media]) => {
    const { anyOf = [] } = media.schema ?? {}
    const others = anyOf.filter((choice) => choice.type !== 'null')
    const isOptional = others.length === 1 && anyOf.length === 2
    return { type, isOptional, media: isOptional ? { ...media, schema: others[0]! } : media }
  })
  const required = !kinds.some(({ isOptional }) => isOptional)
  return { ...body, required, content: Object.fromEntries(kinds.map(({ type, media }) => [type, media])) }
}
