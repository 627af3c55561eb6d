/** Every address of the dashboard: patterns for the router, the view that each search part holds, and the links to them. */

/** In the form of the router: `$id` is a parameter. */
export const pages = {
  simulate: '/',
  signIn: '/sign-in',
  runs: '/simulations',
  run: '/simulations/$id',
  settings: '/settings',
  about: '/about',
} as const

export type Page = keyof typeof pages

/** Whether a page shows what belongs to an account. */
export function isPersonal(path: string): boolean {
  return path === pages.settings || path === pages.runs || path.startsWith(`${pages.runs}/`)
}

type Given = Readonly<Record<string, unknown>>

function text(given: unknown): string | undefined {
  if (typeof given === 'string') return given === '' ? undefined : given
  // Links may also give a number or a truth value.
  return typeof given === 'number' || typeof given === 'boolean' ? String(given) : undefined
}

/** Text that a store can hold, of so many characters; the API refuses any other. */
function storedText(given: unknown, longest: number): string | undefined {
  const written = text(given)
  return written === undefined || written.length > longest || written.includes('\0') || !written.isWellFormed()
    ? undefined
    : written
}

function oneOf<const Choice extends string>(choices: readonly Choice[], given: unknown): Choice | undefined {
  return choices.find((choice) => choice === text(given))
}

/** Of a list; the first page says nothing. */
function pageNumber(given: unknown): number | undefined {
  const page = Number(text(given))
  return Number.isInteger(page) && page > 1 && page <= 1_000_000 ? page : undefined
}

/** Without the parts that say nothing, so that defaults stay out of the address. */
function compact<Search extends object>(search: Search): { [Key in keyof Search]?: NonNullable<Search[Key]> } {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Search]?: NonNullable<Search[Key]>
  }
}

/** The page of a run. */
export const runLink = (id: string): string => `${pages.runs}/${id}`

/** The editor with a command in it. */
export const editorLink = (command: string): string => `/?${new URLSearchParams({ cmd: command })}`

/** The page with its view, to come back to. */
export const hereNow = (): string => `${location.pathname}${location.search}`

/** The parts of a search as text, and back: `?rolling=6`, where the router by itself would quote what looks like a number. */
export const searchText = {
  parse: (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search)),
  stringify: (search: Given): string => {
    const said = new URLSearchParams(Object.entries(search).map(([key, value]) => [key, text(value) ?? '']))
    for (const [key, value] of Array.from(said)) if (value === '') said.delete(key)
    return said.size === 0 ? '' : `?${said}`
  },
}

/**
 * For the router, which hands every part of a search on to the page beside what was read of it: covers each part that was not read, so
 * that nothing unchecked gets through.
 */
export function onlyRead<Search extends object>(read: (given: Given) => Search): (given: Given) => Search {
  return (given) => ({ ...Object.fromEntries(Object.keys(given).map((key) => [key, undefined])), ...read(given) })
}

/** Whether a text is a day of the calendar, as `2020-02-29`. */
export function isDay(written: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(written) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written)
}

function isoDay(given: unknown): string | undefined {
  const written = text(given)
  return written !== undefined && isDay(written) ? written : undefined
}

/** `/?cmd=`: the command in the editor. */
export function simulateSearch(given: Given) {
  return compact({ cmd: text(given['cmd']) })
}

/** `/sign-in?next=&google=`: where to go on; how Google's flow ended. */
export function signInSearch(given: Given) {
  const next = text(given['next'])
  return compact({
    next: next !== undefined && isOwnPath(next) ? next : undefined,
    google: oneOf(['ok', 'canceled', 'refused', 'exists'], given['google']),
    why: oneOf(['expired', 'signed-out'], given['why']),
  })
}

/** Whether a text is the path of one of our pages, so that signing in never leads to another site. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[^\\\t\r\n]*$/.test(path) && new URL(path, 'http://own.invalid').origin === 'http://own.invalid'
}

export const chartScales = ['linear', 'log'] as const
export const chartUnits = ['value', 'percent', 'indexed'] as const
export const chartRanges = ['1m', '6m', 'ytd', '1y', '3y', '5y', 'max'] as const
export const rollingMonths = ['3', '6', '12', '36'] as const

/** `/simulations/:id`: which part of the run is shown, and how. A range is a named one, or `from..to`. */
export function runSearch(given: Given) {
  const range = text(given['range'])
  const [from, to] = (range ?? '').split('..').map(isoDay)
  const isOwnRange = from !== undefined && to !== undefined && from < to
  return compact({
    range: isOwnRange ? `${from}..${to}` : oneOf(chartRanges, given['range']),
    scale: oneOf(chartScales, given['scale']),
    view: oneOf(chartUnits, given['view']),
    bench: oneOf(['off'], given['bench']),
    drawdown: oneOf(['off'], given['drawdown']),
    rolling: oneOf(rollingMonths, given['rolling']),
    months: oneOf(['benchmark', 'difference'], given['months']),
    trades: pageNumber(given['trades']),
  })
}

export type RunSearch = ReturnType<typeof runSearch>

export const runStatuses = ['done', 'running', 'queued', 'failed', 'ruined', 'canceled'] as const
const runSorts = ['created_at', 'name', '-name', 'cagr', '-cagr', 'max_drawdown', '-max_drawdown', 'sharpe', '-sharpe'] as const

/** `/simulations?q=&status=&tag=&from=&to=&sort=&page=`: which runs are listed, newest first unless sorted otherwise. */
export function runsSearch(given: Given) {
  return compact({
    q: storedText(given['q'], 200),
    status: oneOf(runStatuses, given['status']),
    tag: storedText(given['tag'], 40),
    from: isoDay(given['from']),
    to: isoDay(given['to']),
    sort: oneOf(runSorts, given['sort']),
    page: pageNumber(given['page']),
  })
}

export type RunsSearch = ReturnType<typeof runsSearch>

const readers: readonly { isOf: (path: string) => boolean; read: (given: Given) => object; parts: readonly string[] }[] = [
  { isOf: (path) => path === pages.runs, read: runsSearch, parts: ['q', 'status', 'tag', 'from', 'to', 'sort', 'page'] },
  {
    isOf: (path) => path.startsWith(`${pages.runs}/`),
    read: runSearch,
    parts: ['range', 'scale', 'view', 'bench', 'drawdown', 'rolling', 'months', 'trades'],
  },
]

/** The parts of an address that its page does not have, as they stand there: `view=pie`. */
export function unreadParts(path: string, given: Given): string[] {
  const reader = readers.find(({ isOf }) => isOf(path))
  if (reader === undefined) return []
  const read = reader.read(given) as Given
  return reader.parts.flatMap((part) => {
    const asked = text(given[part])
    const isRead = read[part] !== undefined || (['page', 'trades'].includes(part) && asked === '1')
    return asked === undefined || isRead ? [] : [`${part}=${shown(asked)}`]
  })
}

/** So much of a text that it fits into a notice. */
function shown(written: string): string {
  const visible = written.toWellFormed().replaceAll('\0', '\ufffd')
  return visible.length > 60 ? `${visible.slice(0, 60)}…` : visible
}
