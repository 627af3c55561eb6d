import { scrubbed, scrubbedLine, secretPattern } from './scrubber.ts'

/** Of the whole process: whichever logger meets one, it is the same secret. */
const live = new Set<string>()
let pattern = secretPattern([])

/** From now on no line of any logger of this process holds the secret, in whatever form. Null where a setting is empty. */
export function concealSecret(secret: string | Uint8Array | null): void {
  if (secret === null) return
  const key = typeof secret === 'string' ? `text ${secret}` : `bytes ${Buffer.from(secret).toString('hex')}`
  if (live.has(key)) return
  live.add(key)
  pattern = secretPattern([...live].map(secretOf))
}

/** Conceals the password of an address such as `DATABASE_URL`. */
export function concealPassword(url: string | null): void {
  if (url === null || !URL.canParse(url)) return
  const { password } = new URL(url)
  concealSecret(password)
  concealSecret(decodeURIComponent(password))
}

export function withoutSecrets(line: string): string {
  return scrubbedLine(line, pattern)
}

/** The same for text that is no JSON. */
export function textWithoutSecrets(text: string): string {
  return scrubbed(text, pattern)
}

function secretOf(key: string): string | Buffer {
  return key.startsWith('text ') ? key.slice('text '.length) : Buffer.from(key.slice('bytes '.length), 'hex')
}
