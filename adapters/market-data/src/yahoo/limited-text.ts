import { MalformedReply } from './reply-fields.ts'

/** The body as UTF-8 text. A `MalformedReply` when it is longer than the limit or no UTF-8; a fault of the connection passes through. */
export async function limitedText(response: Response, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [text, received] = ['', 0]
  for await (const chunk of response.body ?? []) {
    received += chunk.byteLength
    // Leaving the loop cancels the rest of the body.
    if (received > maxBytes) throw new MalformedReply(`the reply is longer than ${maxBytes} bytes`)
    text += decoded(decoder, chunk)
  }
  return text + decoded(decoder)
}

function decoded(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    throw new MalformedReply('the reply is no UTF-8 text')
  }
}
