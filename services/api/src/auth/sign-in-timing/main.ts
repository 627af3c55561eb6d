// `npm run sign-in-timing -- 2000`: can the time of a refused sign-in tell whether the address has an account?
import { randomUUID } from 'node:crypto'
import { passwordHashing } from '@portofino/passwords'
import { accountsUnderTest } from '../accounts-under-test.ts'
import { areaUnderCurve, standardError } from './area-under-curve.ts'

const count = Number(process.argv[2] ?? '400')
if (!Number.isInteger(count) || count < 20) {
  process.stderr.write('sign-in-timing: write how many sign-ins of each kind, at least 20: npm run sign-in-timing -- 2000\n')
  process.exit(64)
}
const addresses = 20
const beyondMemoryMs = 25 * 3_600_000

await using accounts = await accountsUnderTest({ hashing: passwordHashing() })
const known = Array.from({ length: addresses }, () => `${randomUUID()}@example.com`)
const unknown = known.map(() => `${randomUUID()}@example.com`)
for (const email of known) await accounts.register(email)

async function duration(email: string): Promise<number> {
  const start = performance.now()
  const { statusCode } = await accounts.post('/auth/login', { email, password: 'not the password of anybody' })
  const taken = performance.now() - start
  if (statusCode !== 401) throw new Error(`Cannot measure: the sign-in ended with ${statusCode}`)
  return taken
}

const [times, otherTimes]: [number[], number[]] = [[], []]
for (let i = -addresses; i < count; i += 1) {
  const place = (i + addresses) % addresses
  // Each failure is the first that anybody remembers.
  if (place === 0) accounts.pass(beyondMemoryMs)
  const pair = [
    [known[place]!, times],
    [unknown[place]!, otherTimes],
  ] as const
  for (const [email, kept] of Math.random() < 0.5 ? pair : pair.toReversed()) {
    const taken = await duration(email)
    // The first round warms up, and makes a row for every address.
    if (i >= 0) kept.push(taken)
  }
}
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
const area = areaUnderCurve(times, otherTimes)
const figures = { count, knownMs: median(times), unknownMs: median(otherTimes), auc: Math.max(area, 1 - area) }
process.stdout.write(`${JSON.stringify({ ...figures, standardError: standardError(count) })}\n`)
