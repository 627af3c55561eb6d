import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { boundedWork } from './bounded-work.ts'

export interface HashingOptions {
  /** In KiB. */
  memoryCost?: number
  timeCost?: number
  concurrency?: number
  queueLength?: number
}

export interface PasswordCheck {
  isRight: boolean
  /** A new hash to keep in place of one that was made with other costs; null when it is as it should be, or the password wrong. */
  rehash: string | null
}

export interface PasswordHashing {
  /** The PHC string of a password. Throws `TooBusyError` when too many wait. */
  hash: (password: string) => Promise<string>
  /** Takes as long without a hash, for an account that does not exist, as with one. */
  check: (password: string, hash: string | null) => Promise<PasswordCheck>
}

/** The pool of libuv has four threads; the other two stay with files and name look-ups. */
const mostAtOnce = 2

/**
 * Argon2id at the costs of OWASP's stronger profile: 64 MiB, three passes, one lane. A bounded number runs at once, a bounded number
 * waits, the rest is refused, so that a flood of sign-ins cannot take the machine.
 */
export function passwordHashing(options: HashingOptions = {}): PasswordHashing {
  const { memoryCost = 65_536, timeCost = 3, concurrency = mostAtOnce, queueLength = 64 } = options
  const costs = { memoryCost, timeCost, parallelism: 1 }
  const prefix = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=1$`
  const run = boundedWork({ concurrency, queueLength, retryAfterSeconds: 2 })
  const hashed = (password: string): Promise<string> => hash(password.normalize('NFC'), costs)
  // Well-formed, and the hash of nothing: checking against it costs as much as against a real one.
  const nobody = `${prefix}${randomText(16)}$${randomText(32)}`

  return {
    hash: (password) => run(() => hashed(password)),
    check: (password, stored) =>
      run(async () => {
        const matches = await verify(stored ?? nobody, password.normalize('NFC'))
        if (!matches || stored === null) return { isRight: false, rehash: null }
        return { isRight: true, rehash: stored.startsWith(prefix) ? null : await hashed(password) }
      }),
  }
}

function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64').replaceAll('=', '')
}
