/** What stands in place of a secret. */
const scrub = '[secret]'

/** A shorter one would be found in ordinary words. */
const shortest = 4

/** What gives a secret of ours away by its form, whoever holds it. */
const forms: readonly string[] = [
  // API tokens.
  String.raw`(?<![\w-])portofino_[\w-]{43}(?![\w-])`,
  // JSON Web Tokens, signed or encrypted.
  String.raw`(?<![\w-])eyJ[\w-]{8,4096}(?:\.[\w-]{0,4096}){2,4}`,
  // Values of headers.
  String.raw`\b(?:[Bb]earer|[Bb]asic) +[\w.~+/-]{16,4096}=*`,
  String.raw`\bportofino_(?:refresh|device|google)(?:_\d+)?=[\w.-]{16,4096}`,
  String.raw`(?<![\w.])ticket\.[\w-]{43}(?![\w-])`,
  // User and password of an address.
  String.raw`(?<=:\/\/)[^\s:/@"]{0,256}:[^\s/@"]{1,256}(?=@)`,
  String.raw`-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\w\s+/=\\]{0,8192}`,
]

/** The one expression that finds these secrets, as they are and as base64, hex or URL encoding would write them, alone or within more. */
export function secretPattern(secrets: Iterable<string | Uint8Array>): RegExp {
  const written = new Set([...secrets].flatMap(writtenForms))
  const longestFirst = [...written].filter(({ length }) => length >= shortest).toSorted((a, b) => b.length - a.length)
  return new RegExp([...longestFirst.map((text) => escaped(text)), ...forms].join('|'), 'g')
}

/**
 * The text without the secrets that the pattern finds.
 *
 * ```ts
 * const pattern = secretPattern(['correct horse'])
 * assert.equal(scrubbed('correct%20horse, not horse', pattern), '[secret], not horse')
 * ```
 */
export function scrubbed(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, scrub)
}

/** A line of JSON without them, still JSON: only texts change, and numbers that are a secret become one. */
export function scrubbedLine(line: string, pattern: RegExp): string {
  // Most lines hold none.
  if (line.search(pattern) === -1) return line
  const clean = (_: string, value: unknown): unknown => {
    if (typeof value === 'string') return scrubbed(value, pattern)
    return typeof value === 'number' && String(value).search(pattern) !== -1 ? scrub : value
  }
  return `${JSON.stringify(JSON.parse(line, clean))}\n`
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
}

function writtenForms(secret: string | Uint8Array): string[] {
  const bytes = Buffer.from(secret)
  const hex = bytes.toString('hex')
  const encoded = [...base64Forms(bytes), ...base64Forms(bytes).map(urlSafe), hex, hex.toUpperCase()]
  if (typeof secret !== 'string') return encoded
  const url = encodeURIComponent(secret)
  return [secret, JSON.stringify(secret).slice(1, -1), url, url.replaceAll('%20', '+'), ...encoded]
}

/** The part of base64 that is the same whatever stands before and behind: it depends on where in three bytes the secret begins. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
  })
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_')
}
