import { STATUS_CODES } from 'node:http'

/** The document with the word of the status where a reply has no description of its own. */
export function withStatusWords<Document extends object>(document: Document): Document {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) => {
    const isReply = /^[1-5]\d\d$/.test(key) && typeof value === 'object' && value !== null && 'description' in value
    return isReply && value.description === 'Default Response' ? { ...value, description: STATUS_CODES[key] ?? key } : value
  })
}
