import { simulate } from '@portofino/simulator'
import type { Bench } from '../bench.ts'
import { runPeer } from '../python-peer.ts'
import { closesCsv, sampleRequest } from '../sample-run.ts'
import type { Row } from '../table.ts'

/** Median of a web process, Celery on Redis and the pandas day loop, for the same command on the same prices; it holds, without rebalancing. */
export async function celeryPeer(
  bench: Bench,
  { command, runs }: { command: string; runs: number },
): Promise<NonNullable<Row['peer']>> {
  const name = 'Celery, pandas'
  if (!bench.hasPython) return { name, seconds: null }
  const request = await sampleRequest(command)
  const from = request.program.portfolios[0].period.from
  bench.say('Celery …')
  const file = bench.file('queued.csv', closesCsv(request.histories.values(), from))
  const { seconds, final } = runPeer('celery_day_loop.py', [file, String(runs)])
  const outcome = simulate(request)
  if (outcome.status === 'ok') bench.agree(`${name}, ${command}`, { ours: outcome.result.series.index.at(-1)!, theirs: final })
  return { name, seconds }
}
