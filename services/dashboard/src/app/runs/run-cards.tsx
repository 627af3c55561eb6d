import { Link } from '@tanstack/react-router'
import type { HistoryItem } from '../../api/queries.ts'
import { fall, ratio, signedPercent, tone } from '../../format.ts'
import { pages } from '../../paths.ts'
import { CommandText } from '../../ui/command-text.tsx'
import { Status } from '../../ui/status.tsx'
import { GrowthCell } from './run-cells.tsx'
import { RunMenu } from './run-menu.tsx'
import type { RunActions } from './run-menu.tsx'
import { nameOf, stateOf } from './run-in-words.ts'

/** The list where a table is too wide. */
export function RunCards({ runs, actions }: { runs: readonly HistoryItem[]; actions: RunActions }) {
  return (
    <ul className="cards" aria-label="Runs">
      {runs.map((run) => (
        <RunCard key={run.id} run={run} actions={actions} />
      ))}
    </ul>
  )
}

function RunCard({ run, actions }: { run: HistoryItem; actions: RunActions }) {
  const { text, isOwn } = nameOf(run)
  return (
    <li>
      <Link to={pages.run} params={{ id: run.task_id }} data-row={run.id}>
        <span className="top">
          <b className={isOwn ? undefined : 'auto'}>{text}</b>
          <Status state={stateOf(run)} />
        </span>
        <span className="clip">
          <CommandText command={run.command} />
        </span>
        {run.status === 'done' ? <Figures run={run} /> : <GrowthCell run={run} />}
      </Link>
      <RunMenu run={run} actions={actions} />
    </li>
  )
}

function Figures({ run }: { run: HistoryItem }) {
  return (
    <span className="bot">
      <GrowthCell run={run} />
      <Figure word="CAGR" value={signedPercent(run.cagr)} look={tone(run.cagr)} />
      <Figure word="Drawdown" value={fall(run.max_drawdown)} look="loss" />
      <Figure word="Sharpe" value={ratio(run.sharpe)} look="" />
    </span>
  )
}

function Figure({ word, value, look }: { word: string; value: string; look: string }) {
  return (
    <span className="fig">
      <i>{word}</i>
      <b className={look}>{value}</b>
    </span>
  )
}
