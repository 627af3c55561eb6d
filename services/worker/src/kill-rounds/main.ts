// `npm run kill-rounds -- api 25` or `worker 25`, and a seed to repeat an earlier run; the tests do fewer rounds.
import { randomInt } from 'node:crypto'
import { apiKillRounds } from './api-rounds.ts'
import { workerKillRounds } from './worker-rounds.ts'

const [victim = '', rounds = '25', seed = String(randomInt(2 ** 31))] = process.argv.slice(2)
const plan = { rounds: Number(rounds), seed: Number(seed) }
const drivers = { api: apiKillRounds, worker: workerKillRounds }
const isVictim = (name: string): name is keyof typeof drivers => Object.hasOwn(drivers, name)

if (!isVictim(victim) || !Number.isInteger(plan.rounds) || !Number.isInteger(plan.seed)) {
  process.stderr.write(
    'kill-rounds: write api or worker, how many rounds, and a seed if you like: npm run kill-rounds -- api 25 7\n',
  )
  process.exit(64)
}
const counts = await drivers[victim](plan)
process.stdout.write(`${JSON.stringify({ victim, ...plan, ...counts })}\n`)
const { lost, doubled, gapped } = counts
if (lost + doubled + gapped > 0) process.exitCode = 1
