import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const file = new URL('../common/common-passwords.txt.gz', import.meta.url)
let known: ReadonlySet<string> | null = null

/**
 * The passwords that attackers try first: in lower case, each of at least eight code points. Read once, on the first call.
 *
 * ```ts
 * assert.ok(commonPasswords().has('password1'))
 * ```
 */
export function commonPasswords(): ReadonlySet<string> {
  known ??= new Set(gunzipSync(readFileSync(file)).toString().split('\n'))
  return known
}
