import { WrongUse } from '../arguments/wrong-use.ts'
import { assetOf, percentOf, percentText } from './written-numbers.ts'

interface View {
  assets: Readonly<Record<string, number>>
  value: number
}

/** As it was written, without its confidence. */
function viewText({ assets, value }: View): string {
  const [one, other] = Object.keys(assets)
  return `${other === undefined ? one : `${one}>${other}`}=${percentText(value)}`
}

function hasViews(params: unknown): params is { views: readonly View[] } {
  return typeof params === 'object' && params !== null && 'views' in params && Array.isArray(params.views)
}

/** Why views that are certain cannot hold together. */
export function viewsInConflict(
  { views, expected, explanation }: { views: readonly number[]; expected: number; explanation: string },
  { params }: { params?: unknown },
): string {
  if (!hasViews(params)) return explanation
  const texts = views.map((index) => viewText(params.views[index]!))
  const what = `${texts.at(-1)} cannot hold with a confidence of 100%`
  const figure = percentText(Number(expected.toPrecision(6)))
  return texts.length === 1
    ? `${what}: the estimates are certain that it is ${figure}.`
    : `${what}: ${texts.slice(0, -1).join(' and ')} already ${texts.length > 2 ? 'say' : 'says'} that it is ${figure}.`
}

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
      assets: coefficientsOf([one, other], assets, place),
      value: percentOf(value, place),
      ...(confidence === undefined ? {} : { confidence }),
    }
  })
}

function coefficientsOf(
  [one, other]: readonly [string, string | undefined],
  assets: readonly string[],
  place: { option: string; command: string },
): Record<string, number> {
  const above = assetOf(one, assets, place)
  if (other === undefined) return { [above]: 1 }
  const below = assetOf(other, assets, place)
  if (above !== below) return { [above]: 1, [below]: -1 }
  throw new WrongUse(`--views needs two different assets to compare, got ${above} twice`, place.command)
}
