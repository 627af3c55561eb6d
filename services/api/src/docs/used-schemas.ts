/** The document without component schemas that nothing refers to: each is registered in two forms, of which one is used. */
export function withUsedSchemas<Document extends object>(document: Document): Document {
  const { components, ...rest } = fields(document)
  const schemas = fields(fields(components)['schemas'])
  const used = new Set<string>()
  const follow = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name) || !(name in schemas)) continue
      used.add(name)
      follow(schemas[name])
    }
  }
  follow(rest)
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)))
  return { ...document, components: { ...fields(components), schemas: kept } }
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
