import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'

/** Makes `common/common-passwords.txt.gz` again from Django's list and that of zxcvbn-ts; `common/README.md` says where they are. */
const [djangoFile, zxcvbnFile] = process.argv.slice(2)
if (djangoFile === undefined || zxcvbnFile === undefined) {
  throw new TypeError('Cannot pack passwords: give common-passwords.txt.gz of Django and passwords.json of zxcvbn-ts')
}
const listed: unknown = JSON.parse(readFileSync(zxcvbnFile, 'utf8'))
if (!Array.isArray(listed)) throw new TypeError(`Cannot pack passwords: ${zxcvbnFile} is not a list`)

const shortest = 8
const passwords = [...gunzipSync(readFileSync(djangoFile)).toString().split('\n'), ...listed.map(String)]
  .map((password) => password.normalize('NFC').toLowerCase())
  .filter((password) => Array.from(password).length >= shortest)
writeFileSync(
  new URL('../common/common-passwords.txt.gz', import.meta.url),
  gzipSync(Array.from(new Set(passwords)).toSorted().join('\n'), { level: 9 }),
)
