import { isOptionKey, optionKeys } from '../print-option.ts'
import type { OptionKey } from '../print-option.ts'
import type { Fix } from '../diagnostic.ts'
import { nearest } from '../parser/nearest.ts'
import { removal, repairedPart } from '../parser/part.ts'
import type { Part } from '../parser/part.ts'
import type { Report } from '../parser/report.ts'
import { plannedSweep } from '../parser/planned.ts'
import type { Options } from '../tree.ts'
import { keyMeant } from './key-synonyms.ts'
import { laterOptionKeys } from './later-option-keys.ts'
import { alternatives } from './site.ts'
import type { OptionSite } from './site.ts'
import { optionTable } from './table.ts'

/** An option as it was written, good or not. */
export interface WrittenOption {
  whole: Part
  /** False when the value is faulty, so nothing may be concluded from its absence in the tree. */
  isReadable: boolean
}

/** The options of one portfolio as they come. */
export interface OptionReader {
  /** Takes a token that begins with a reserved key and `=`; false for any other. */
  take(part: Part): boolean
  /** Takes a token that looks like an option with an unknown key; false for any other. */
  takeUnknown(part: Part): boolean
  /** Reports unknown keys, now that the used ones are known. */
  finish(): { options: Options; written: ReadonlyMap<string, WrittenOption> }
}

export function optionReader(report: Report): OptionReader {
  const written = new Map<string, WrittenOption>()
  const values: Options = {}
  const unknown: Part[] = []

  function read(key: string, whole: Part): void {
    const earlier = written.get(key)
    if (earlier !== undefined) {
      report('E141', { k: key }, { span: whole.span, related: [earlier.whole.span], fixes: [removal(whole)] })
    }
    const isReadable = isOptionKey(key)
      ? readValue({ key, whole, target: earlier === undefined ? values : {}, report })
      : refuseLater(key, whole, report)
    if (earlier === undefined) written.set(key, { whole, isReadable })
  }

  function take(part: Part): boolean {
    const key = /^([a-z]+)=/.exec(part.text)?.[1]
    if (key === undefined || !(isOptionKey(key) || laterOptionKeys.includes(key))) return false
    read(key, part)
    return true
  }

  function takeUnknown(part: Part): boolean {
    if (!/^[A-Za-z][A-Za-z_-]*=/.test(part.text) || /^[A-Z]+=[\d.]+%$/.test(part.text)) return false
    unknown.push(part)
    return true
  }

  function finish(): ReturnType<OptionReader['finish']> {
    for (const part of unknown) {
      reportUnknown(part, written, report)
      const key = keyMeant(nameOf(part))
      if (key !== null && !written.has(key)) written.set(key, { whole: part, isReadable: false })
    }
    return { options: inOrder(values), written }
  }

  return { take, takeUnknown, finish }
}

/** E140, with the key that goes by this name elsewhere or else the nearest ones that are not in use yet. */
function reportUnknown(part: Part, written: ReadonlyMap<string, WrittenOption>, report: Report): void {
  const name = nameOf(part)
  const free = [...optionKeys, ...laterOptionKeys].filter((key) => !written.has(key))
  const meant = keyMeant(name)
  const keys = meant === null ? nearest(name, free).filter(isOptionKey) : [meant]
  const mends = keys.filter((key) => !written.has(key)).flatMap((key) => renamed(part, name, key))
  const help = helpWithKey(keys, mends)
  report(
    'E140',
    { k: name },
    {
      span: part.slice(0, name.length).span,
      expected: keys.length > 0 ? keys : [...optionKeys],
      fixes: [...mends, removal(part)],
      ...(help === null ? {} : { help }),
    },
  )
}

/** All keys where none is near; how the key is used where its mend may not be enough. */
function helpWithKey(keys: readonly OptionKey[], mends: readonly Fix[]): string | null {
  const [key] = keys
  if (key === undefined) return `options are ${alternatives(optionKeys, 'and')}`
  if (mends.length > 0 && key !== 'gross') return null
  return `the option is ${key}, such as ${key}=${optionTable[key].values[0]}`
}

function nameOf(part: Part): string {
  return part.text.slice(0, part.text.indexOf('='))
}

/** The option under its own key, and its value too if that has a plain mend. */
function renamed(part: Part, name: string, key: OptionKey): Fix[] {
  const text = key + part.text.slice(name.length)
  const texts: string[] = []
  let isFaulty = false
  const collect: Report = (code, _, { fixes = [] }) => {
    if (!code.startsWith('E')) return
    isFaulty = true
    texts.push(...fixes.flatMap(({ edits }) => edits.map((edit) => edit.text)))
  }
  readValue({ key, whole: repairedPart(part, text), target: {}, report: collect })
  const meant = isFaulty ? texts.filter((one) => one.startsWith(`${key}=`)) : [text]
  return meant.map((title) => ({ title, edits: [part.replacedBy(title)] }))
}

interface ValuePlace {
  key: OptionKey
  whole: Part
  /** Gets the option, unless the value is the default. */
  target: Options
  report: Report
}

function readValue({ key, whole, target, report }: ValuePlace): boolean {
  const { read, values, forms = values } = optionTable[key]
  const value = whole.slice(key.length + 1)
  const site: OptionSite = { key, whole, values, forms, report }
  if (value.text.includes('{')) {
    report(
      'E190',
      { feature: 'a sweep' },
      {
        span: value.span,
        expected: [...values],
        fixes: [...firstOfSweep(whole), removal(whole)],
        help: plannedSweep,
      },
    )
    return false
  }
  const reading = read(value, site)
  if (reading === undefined) return false
  if (reading !== null) Object.assign(target, { [key]: { value: reading, span: whole.span } })
  return true
}

/** A sweep of one value is that value. */
function firstOfSweep(whole: Part): { title: string; edits: ReturnType<Part['replacedBy']>[] }[] {
  const match = /^([^{]*)\{([^{},.]+(?:\.\d+)?)[^{}]*\}([^{}]*)$/.exec(whole.text)
  if (match === null) return []
  const title = `${match[1]}${match[2]!.trim()}${match[3]}`
  return [{ title, edits: [whole.replacedBy(title)] }]
}

function refuseLater(key: string, whole: Part, report: Report): boolean {
  const help = `${key} is planned; this version has no such option`
  report('E190', { feature: `the option ${key}` }, { span: whole.span, fixes: [removal(whole)], help })
  return false
}

function inOrder(values: Options): Options {
  const options: Options = {}
  for (const key of optionKeys) if (values[key] !== undefined) Object.assign(options, { [key]: values[key] })
  return options
}
