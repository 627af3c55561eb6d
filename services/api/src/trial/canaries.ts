import assert from 'node:assert/strict'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'

/** Known secrets, which must be found nowhere. */
export interface Canaries {
  plant: (name: string, secret: string) => void
  names: () => string[]
  /** Fails where a place holds one, as it is or in a form that somebody could give it without a thought. */
  requireAbsent: (place: string, content: string | Uint8Array) => void
}

export function canaries(): Canaries {
  const forms = new Map<string, Buffer[]>()
  return {
    plant(name, secret) {
      assert.ok(secret.length >= 12, `${name} is long enough to be told from chance`)
      forms.set(name, formsOf(secret))
    },
    names: () => [...forms.keys()],
    requireAbsent(place, content) {
      const bytes = Buffer.from(content)
      for (const [name, all] of forms) {
        for (const form of all) assert.ok(!bytes.includes(form), `${place} holds the ${name}`)
      }
    },
  }
}

function formsOf(secret: string): Buffer[] {
  const bytes = Buffer.from(secret)
  const [base64, base64url] = (['base64', 'base64url'] as const).map((form) => bytes.toString(form).replace(/=+$/, ''))
  const texts = [secret, encodeURIComponent(secret), base64 ?? '', base64url ?? '', bytes.toString('hex')]
  return Array.from(new Set(texts), (text) => Buffer.from(text))
}

/** Every file below a folder but those under the excluded paths. */
export async function filesBelow(folder: string, excluded: readonly string[]): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const name of await readdir(folder, { recursive: true })) {
    if (excluded.some((path) => name === path || name.startsWith(`${path}/`))) continue
    // A running database removes files of its own.
    const isFile = await stat(join(folder, name)).then(
      (found) => found.isFile(),
      () => false,
    )
    if (isFile) files.set(name, await readFile(join(folder, name)).catch(() => Buffer.alloc(0)))
  }
  return files
}

/**
 * The parts of a workbook, unpacked.
 *
 * Source: PKWARE's APPNOTE, 4.3: the central directory tells where each part begins and how long it is.
 */
export function unzipped(zip: Buffer): Buffer[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const parts: Buffer[] = []
  let entry = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, at] = [zip.readUInt32LE(entry + 20), zip.readUInt32LE(entry + 42)]
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
    const packed = zip.subarray(start, start + size)
    parts.push(zip.readUInt16LE(entry + 10) === 8 ? inflateRawSync(packed) : packed)
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
  }
  return parts
}
