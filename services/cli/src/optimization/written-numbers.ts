import { WrongUse } from '../arguments/wrong-use.ts'
import type { Arguments } from '../arguments/read-arguments.ts'

/** Where a number stands, for messages. */
interface Place {
  option: string
  command: string
  /** What could stand there. */
  example?: string
}

/** `2%` as 0.02; a number alone could mean either. */
export function percentOf(text: string, { option, command }: Place): number {
  const percent = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))%$/.exec(text.trim())?.[1]
  if (percent !== undefined) return Number(`${percent}e-2`)
  throw new WrongUse(`--${option} needs a percentage such as 2%, got "${text}"`, command)
}

/** A percentage that is the size of something. */
export function sizeOf(text: string, place: Place): number {
  const size = percentOf(text, place)
  if (size >= 0) return size
  throw new WrongUse(`--${place.option} needs a percentage of at least 0%, got "${text}"`, place.command)
}

/** As people write it: `33.34%`, with no more digits than it has. */
export function percentText(fraction: number): string {
  const percent = fraction * 100
  return `${Number(percent.toPrecision(Math.abs(percent) < 1e10 ? 12 : 17))}%`
}

/** `10bps` or `0.1%`. */
export function rateOf(text: string, place: Place): number {
  const points = /^(\d+(?:\.\d*)?|\.\d+)bps$/.exec(text.trim())?.[1]
  return points === undefined ? sizeOf(text, place) : Number(`${points}e-4`)
}

export function numberOf(text: string, { option, command, example = '0.5' }: Place): number {
  if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text.trim())) return Number(text)
  throw new WrongUse(`--${option} needs a number such as ${example}, got "${text}"`, command)
}

export function numberFromZero(text: string, place: Place): number {
  const number = numberOf(text, place)
  if (number >= 0) return number
  throw new WrongUse(`--${place.option} needs a number of at least 0, got "${text}"`, place.command)
}

export function numberAboveZero(text: string, place: Place): number {
  const number = numberOf(text, place)
  if (number > 0) return number
  throw new WrongUse(`--${place.option} needs a number above 0, got "${text}"`, place.command)
}

/** The value of an option, read; undefined where it was not given. */
export function optional<Value>(
  given: Arguments,
  { option, command }: Place,
  read: (text: string, place: Place) => Value,
): Value | undefined {
  const text = given.value(option)
  return text === null ? undefined : read(text, { option, command })
}

/** One percentage for all, or `AAPL=5%,MSFT=10%,*=20%`: for each asset its own, the one of `*`, or null. */
export function percentsByAsset(text: string, assets: readonly string[], place: Place): (number | null)[] {
  if (!text.includes('=')) return assets.map(() => percentOf(text, place))
  const named = new Map<string, number>()
  for (const part of text.split(',')) {
    const [name = '', value = ''] = part.split('=')
    const asset = assetOf(name, assets, place)
    if (named.has(asset)) throw new WrongUse(`--${place.option} names ${asset} twice; give it once`, place.command)
    named.set(asset, percentOf(value, place))
  }
  return assets.map((asset) => named.get(asset) ?? named.get('*') ?? null)
}

/** The asset as the command has it, in whatever case it was written. */
export function assetOf(name: string, assets: readonly string[], { option, command }: Place): string {
  const wanted = name.trim().toUpperCase()
  if (wanted === '*' || assets.includes(wanted)) return wanted
  throw new WrongUse(`--${option} names ${name.trim() || 'nothing'}, which is none of ${assets.join(', ')}`, command)
}
