import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { drawnProblem } from './drawn-problem.ts'
import type { DrawnProblem } from './drawn-problem.ts'
import { objectiveOf, solved, violationOf, withTarget } from './solved.ts'

const peers = join(import.meta.dirname, '..', '..', 'peers')
const [python = 'python3', wanted = '500'] = process.argv.slice(2)
const allowed = 1e-9

if (spawnSync(python, ['-c', 'import cvxpy, clarabel']).status !== 0) {
  console.error(`This needs Python with cvxpy and Clarabel:
  python3 -m venv /tmp/clarabel && /tmp/clarabel/bin/pip install -r bench/peers/clarabel-requirements.txt
  node bench/src/independent/main.ts /tmp/clarabel/bin/python`)
  process.exit(1)
}

const problems: DrawnProblem[] = []
for (let seed = 0; problems.length < Number(wanted); seed++) {
  const problem = withTarget(drawnProblem(seed))
  if (problem !== null) problems.push(problem)
}
const { stdout, status } = spawnSync(python, [join(peers, 'clarabel_solve.py')], {
  input: problems.map((problem) => JSON.stringify(problem)).join('\n'),
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
  stdio: ['pipe', 'pipe', 'inherit'],
})
if (status !== 0) process.exit(1)
const answers = stdout
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { weights: number[] | null; error?: string })

const figures = {
  equal: 0,
  better: 0,
  worse: 0,
  peerFailed: 0,
  ourFailed: 0,
  largestGap: 0,
  ourViolation: 0,
  peerViolation: 0,
  residual: 0,
}
problems.forEach((problem, index) => {
  const outcome = solved(problem)
  const peer = answers[index]!.weights
  const say = (text: string): void => console.log(`problem ${index}, ${problem.objective}, ${problem.mu.length} assets: ${text}`)
  if (outcome.status !== 'optimal') {
    figures.ourFailed += 1
    say(`we say ${outcome.status}, the peer has ${peer === null ? 'nothing' : objectiveOf(problem, peer)}`)
    return
  }
  const { stationarity, primalFeasibility, dualSign, complementarity } = outcome.certificate
  figures.residual = Math.max(figures.residual, stationarity, primalFeasibility, dualSign, complementarity)
  const ours = Array.from(outcome.portfolio.weights)
  figures.ourViolation = Math.max(figures.ourViolation, violationOf(problem, ours))
  if (peer === null) {
    figures.peerFailed += 1
    say(`the peer gives up: ${answers[index]!.error ?? 'no weights'}`)
    return
  }
  const violation = violationOf(problem, peer)
  figures.peerViolation = Math.max(figures.peerViolation, violation)
  const [own, other] = [objectiveOf(problem, ours), objectiveOf(problem, peer)]
  const gap = (own - other) / Math.max(Math.abs(own), Math.abs(other))
  if (Math.abs(gap) <= allowed) {
    figures.equal += 1
    figures.largestGap = Math.max(figures.largestGap, gap)
  } else if (gap < 0) {
    figures.better += 1
    say(`ours is better by ${(-gap).toExponential(1)}; the peer breaks a limit by ${violation.toExponential(1)}`)
  } else {
    figures.worse += 1
    say(`the peer's is lower by ${gap.toExponential(1)}; it breaks a limit by ${violation.toExponential(1)}`)
  }
})
console.log({ problems: problems.length, ...figures })
