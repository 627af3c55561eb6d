/** The document without the bounds of a JavaScript number, which mean nothing on the wire. */
export function withoutMachineBounds<Document extends object>(document: Document): Document {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) => {
    const isBound = (key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER
    return isBound ? undefined : value
  })
}
