import { Fragment } from 'react'
import { tokens } from '@portofino/strategy'
import type { ColorKind } from '@portofino/strategy'
import './command-text.css'

/** The class of each kind of token; what the language does not know stays plain. */
export const tokenClasses: Readonly<Record<ColorKind, string>> = {
  instrument: 'tk',
  cash: 'tk',
  long: 'tL',
  short: 'tS',
  weight: 'tw',
  date: 'td',
  key: 'tkey',
  value: 'tval',
  punctuation: 'tdash',
  comment: 'td',
  unknown: '',
}

/** A command in colors, to be read only. Its words never break inside. */
export function CommandText({ command }: { command: string }) {
  const words = Array.from(command.matchAll(/\S+/g), ({ 0: word, index }) => ({ from: index, to: index + word.length }))
  const colored = tokens(command)
  return (
    <span className="cmd">
      {words.map(({ from, to }) => (
        <Fragment key={from}>
          <span className="w">{piecesOf(command, { from, to }, colored)}</span>{' '}
        </Fragment>
      ))}
    </span>
  )
}

function piecesOf(command: string, { from, to }: { from: number; to: number }, colored: ReturnType<typeof tokens>) {
  const inside = colored.filter(({ start, end }) => start < to && end > from)
  const cuts = [...new Set([from, to, ...inside.flatMap(({ start, end }) => [Math.max(start, from), Math.min(end, to)])])]
  cuts.sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const kind = inside.find((token) => token.start <= start && token.end > start)?.kind
    return (
      <span key={start} className={kind && tokenClasses[kind]}>
        {command.slice(start, cuts[index + 1])}
      </span>
    )
  })
}
