import { assetName } from '../asset-names.ts'
import type { AssetNames } from '../asset-names.ts'
import { OptimizerInputError } from '../input-error.ts'
import type { InputErrorCode } from '../input-error.ts'

/** What is wrong with an entry of a covariance, at this index by rows. */
export function entryFault(
  code: InputErrorCode,
  what: string,
  { index, n, assets }: { index: number; n: number; assets: AssetNames },
): OptimizerInputError {
  const field = 'covariance.data'
  const [row, column] = [Math.floor(index / n), index % n].map((asset) => assetName(assets, asset))
  const pair = row === column ? row : `${row} and ${column}`
  return new OptimizerInputError(code, `${field} of ${pair} ${what}`, { field, index, asset: row })
}
