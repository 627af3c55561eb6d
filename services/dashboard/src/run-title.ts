import { tokens } from '@portofino/strategy'

interface Subjects {
  symbols: string[]
  /** The years that the period begins and ends in; null where none is written. */
  years: { from: number; to: number } | null
}

function subjectsOf(command: string): Subjects {
  const colored = tokens(command)
  const textOf = ({ start, end }: { start: number; end: number }): string => command.slice(start, end)
  const symbols = colored.filter(({ kind }) => kind === 'instrument' || kind === 'cash').map(textOf)
  const days = colored.filter(({ kind }) => kind === 'date').map(textOf)
  const [first, last] = [days[0], days.at(-1)].map((day) => /^(\d{4})(-01-01)?/.exec(day ?? ''))
  if (!first || !last || days.length < 2) return { symbols: [...new Set(symbols)], years: null }
  // What ends with New Year's Day has nothing of that year.
  const to = Number(last[1]) - (last[2] === undefined ? 0 : 1)
  const from = Number(first[1])
  return { symbols: [...new Set(symbols)], years: { from, to: Math.max(from, to) } }
}

/** How a run without a name is called: `AAPL and MSFT, 2020 to 2022`. */
export function runTitle({ name, command }: { name: string; command: string }): string {
  if (name.trim() !== '') return name
  const { symbols, years } = subjectsOf(command)
  if (symbols.length === 0) return command.trim() === '' ? 'Run' : command
  const period = years === null ? '' : `, ${years.from === years.to ? years.from : `${years.from} to ${years.to}`}`
  return listed(symbols) + period
}

function listed(symbols: readonly string[]): string {
  const [first, second, third] = symbols
  if (second === undefined) return first!
  if (third === undefined) return `${first} and ${second}`
  return symbols.length === 3 ? `${first}, ${second} and ${third}` : `${first}, ${second} and ${symbols.length - 2} more`
}

/** The same for the narrow place of a tab: `AAPL MSFT`, `AAPL JNJ +8`. */
export function tabTitle({ name, command }: { name: string; command: string }): string {
  if (name.trim() !== '') return name
  const { symbols } = subjectsOf(command)
  if (symbols.length === 0) return 'Run'
  return symbols.length <= 3 ? symbols.join(' ') : `${symbols.slice(0, 2).join(' ')} +${symbols.length - 2}`
}
