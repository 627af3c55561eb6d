/**
 * The document without component schemas that nothing refers to: each is registered in two forms, `Login` and `LoginInput`, of which one is
 * used. That one has the name without `Input`.
 */
export function withUsedSchemas<Document extends object>(document: Document): Document {
  const { components, ...rest } = fields(document)
  const schemas = fields(fields(components)['schemas'])
  const used = new Set<string>()
  const follow = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(reference)) {
      if (used.has(name) || !(name in schemas)) continue
      used.add(name)
      follow(schemas[name])
    }
  }
  follow(rest)
  const shown = (name: string): string => {
    const plain = name.replace(/Input$/, '')
    return used.has(plain) ? name : plain
  }
  const kept = Object.entries(schemas).filter(([name]) => used.has(name))
  const renamed = Object.fromEntries(kept.map(([name, schema]) => [shown(name), schema]))
  const text = JSON.stringify({ ...document, components: { ...fields(components), schemas: renamed } })
  return JSON.parse(text.replaceAll(reference, (_, name: string) => `"#/components/schemas/${shown(name)}"`))
}

const reference = /"#\/components\/schemas\/([^"]+)"/g

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
