import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { concealSecret } from '@portofino/telemetry'
import { EncryptJWT, jwtDecrypt } from 'jose'
import type { JWTPayload } from 'jose'
import { rotatingKeys } from './rotating-keys.ts'

export interface SealedBox {
  seal: (content: JWTPayload, now: Date) => Promise<string>
  /** Null when it is not ours, was changed, or is too old. */
  open: (sealed: string, now: Date) => Promise<JWTPayload | null>
}

export interface SealedBoxOptions {
  dataDirectory: string
  /** What it is for; one for another purpose does not open. */
  purpose: string
  lifetimeSeconds: number
}

/** Something that a browser keeps for us without being able to read or change it: a JSON Web Token, encrypted with AES-256-GCM. */
export function sealedBox({ dataDirectory, purpose, lifetimeSeconds }: SealedBoxOptions): SealedBox {
  const keys = rotatingKeys<Uint8Array>({
    folder: join(dataDirectory, 'keys'),
    name: purpose,
    generate: () => randomBytes(32),
    read(content) {
      concealSecret(content)
      return content
    },
  })
  return {
    async seal(content, now) {
      const seconds = Math.floor(now.getTime() / 1000)
      return new EncryptJWT(content)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: purpose })
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + lifetimeSeconds)
        .encrypt(await keys.current(now))
    },

    async open(sealed, now) {
      for (const key of await keys.valid(now)) {
        const options = {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
          typ: purpose,
          maxTokenAge: lifetimeSeconds,
          requiredClaims: ['exp'],
          currentDate: now,
        }
        const opened = await jwtDecrypt(sealed, key, options).catch(() => null)
        if (opened !== null) return opened.payload
      }
      return null
    },
  }
}
