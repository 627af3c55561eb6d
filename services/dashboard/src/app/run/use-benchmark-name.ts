import { useQuery } from '@tanstack/react-query'
import { assetsQuery } from '../../api/queries.ts'
import type { RunResult } from '../../api/queries.ts'
import { plainName } from './plain-name.ts'

/** "S&P 500" of `^GSPC`; what the command says where no name is known, as of a basket. Null without a benchmark. */
export function useBenchmarkName({ benchmark }: Pick<RunResult, 'benchmark'>): string | null {
  const label = benchmark?.label ?? null
  const { data } = useQuery({ ...assetsQuery(label ?? ''), enabled: label !== null && !label.startsWith('(') })
  if (label === null) return null
  const known = data?.find(({ symbol }) => symbol === label)
  return known === undefined ? label : plainName(known.name)
}
