const words: Readonly<Record<string, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Accepted; it goes on in the background',
  204: 'Done; there is nothing to tell',
  302: 'Elsewhere',
}

/** The document with a word of ours where a reply has no description of its own. */
export function withStatusWords<Document extends object>(document: Document): Document {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) => {
    const isReply = /^[1-5]\d\d$/.test(key) && typeof value === 'object' && value !== null && 'description' in value
    return isReply && value.description === 'Default Response' ? { ...value, description: words[key] ?? key } : value
  })
}
