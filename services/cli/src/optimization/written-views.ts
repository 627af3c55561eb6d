import { WrongUse } from '../arguments/wrong-use.ts'
import { assetOf, percentOf } from './written-numbers.ts'

/** `AAPL=12%` is a view on a return, `MSFT>KO=3%` on a difference; `@60%` says how confident it is. */
export function viewsOf(
  text: string,
  assets: readonly string[],
  place: { option: string; command: string },
): { assets: Record<string, number>; value: number; confidence?: number }[] {
  return text.split(',').map((part) => {
    const found = /^([^=>@]+)(?:>([^=>@]+))?=([^=>@]+)(?:@([^=>@]+))?$/.exec(part.trim())
    if (found === null) {
      throw new WrongUse(`--views needs parts such as AAPL=12% or MSFT>KO=3%@60%, got "${part.trim()}"`, place.command)
    }
    const [, one = '', other, value = '', written] = found
    const confidence = written === undefined ? undefined : percentOf(written, place)
    if (confidence !== undefined && !(confidence >= 0 && confidence <= 1)) {
      throw new WrongUse(`--views needs a confidence from 0% to 100%, got "${written}"`, place.command)
    }
    return {
      assets: { [assetOf(one, assets, place)]: 1, ...(other === undefined ? {} : { [assetOf(other, assets, place)]: -1 }) },
      value: percentOf(value, place),
      ...(confidence === undefined ? {} : { confidence }),
    }
  })
}
