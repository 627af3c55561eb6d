import { OptimizerInputError } from './input-error.ts'
import { listOf, wrongType } from './shapes.ts'

/** Names of assets, in the order of all that is said about them; without them a number stands for a name. */
export type AssetNames = readonly string[] | undefined

/** What a message calls an asset. */
export function assetName(names: AssetNames, asset: number): string {
  return names?.[asset] ?? `asset ${asset}`
}

/** @throws OptimizerInputError unless there are no labels, or one for each asset and all different */
export function checkLabels(labels: AssetNames, n: number): void {
  if (labels === undefined) return
  listOf('assets', labels)
  if (labels.length !== n) {
    const message = `assets must have one label for each of the ${n} assets, got ${labels.length}`
    throw new OptimizerInputError('shape', message, { field: 'assets' })
  }
  const places = new Map<string, number>()
  labels.forEach((label, index) => {
    if (typeof label !== 'string') throw wrongType(`assets[${index}]`, 'a label', label)
    if (places.has(label)) {
      const message = `assets[${index}] must be a label of its own, got "${label}" as at ${places.get(label)}`
      throw new OptimizerInputError('duplicate_label', message, { field: 'assets', index, asset: label })
    }
    places.set(label, index)
  })
}

/** Names in the order given: "A, B and C". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
