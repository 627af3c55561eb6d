import { commonPasswords } from './common-passwords.ts'

export interface PasswordRules {
  /** In code points. */
  minimumLength: number
  /** Whose password it is to be; null for nobody yet. */
  email: string | null
}

/** In code points; longer ones only keep the server busy. */
export const passwordMaximumLength = 128

const productName = 'portofino'

/**
 * What is wrong with a new password, as a sentence for the person who chose it; null when nothing is.
 *
 * There are no rules about kinds of characters: length, and nothing that is guessed first.
 *
 * Source: NIST SP 800-63B-4, section 3.1.1.2.
 *
 * ```ts
 * assert.equal(passwordFault('correct horse', { minimumLength: 8, email: 'ann@example.com' }), null)
 * assert.match(passwordFault('Portofino2024!', { minimumLength: 8, email: null }) ?? '', /guessed/)
 * ```
 */
export function passwordFault(password: string, { minimumLength, email }: PasswordRules): string | null {
  const normal = password.normalize('NFC')
  const length = Array.from(normal).length
  if (length < minimumLength) return `The password must have at least ${minimumLength} characters, got ${length}.`
  if (length > passwordMaximumLength) return `The password must have at most ${passwordMaximumLength} characters, got ${length}.`
  const folded = normal.toLowerCase()
  if (commonPasswords().has(folded)) return 'This password is among those that are tried first; choose another.'
  if (new Set(folded).size === 1) return 'This password repeats one character, so it is guessed at once; choose another.'
  const guesses = new Set([productName, ...emailParts(email)])
  if (guesses.has(folded) || guesses.has(withoutEnds(folded))) {
    return 'This password is the e-mail address, a part of it or the name of this product, so it is guessed soon; choose another.'
  }
  return null
}

/** The address, what stands before and after the @, and the words in them. */
function emailParts(email: string | null): string[] {
  if (email === null) return []
  const folded = email.normalize('NFC').toLowerCase()
  const sides = folded.split('@')
  return [folded, ...sides, ...sides.flatMap((side) => side.split(/[^\p{L}]+/u))].filter((part) => part !== '')
}

/** `portofino` of `2024portofino!!`. */
function withoutEnds(text: string): string {
  return text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}
