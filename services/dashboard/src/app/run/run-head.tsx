import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { HistoryEntry } from '../../api/queries.ts'
import { moment } from '../../format.ts'
import { pages } from '../../paths.ts'
import { useSettings } from '../../settings/use-settings.ts'
import { IconButton } from '../../ui/button.tsx'
import { CommandText } from '../../ui/command-text.tsx'
import { Icon } from '../../ui/icon.tsx'
import '../../ui/screen-head.css'
import { Status } from '../../ui/status.tsx'
import type { RunState } from '../../ui/status.tsx'
import { useCopy } from '../../ui/use-copy.ts'
import './run-head.css'
import { RunName } from './run-name.tsx'

/** Where a run is among all others: the list, its number, and what follows. */
export function RunCrumbs({ id, children }: { id: string; children?: ReactNode }) {
  return (
    <div className="crumb">
      <Link to={pages.runs}>Runs</Link>
      <Icon name="chevron-right" />
      <span>{id}</span>
      {children}
    </div>
  )
}

/** Name, command and state of a run, and what can be done with it. */
export function RunHead({ run, state, children }: { run: HistoryEntry; state: RunState; children: ReactNode }) {
  return (
    <header className="head run-head">
      <RunCrumbs id={String(run.id)}>
        <span>·</span>
        <Status state={state} />
        <RunMoment run={run} />
      </RunCrumbs>
      <RunName run={run} />
      <div className="btns">{children}</div>
      <CommandLine command={run.command} />
    </header>
  )
}

function RunMoment({ run: { finished_at: finished, created_at: created } }: { run: HistoryEntry }) {
  const { zone } = useSettings()
  const at = finished ?? created
  return (
    <time className="hide-s" dateTime={at} title={`${at.slice(0, 19).replace('T', ' ')} UTC`}>
      {finished === null ? 'since ' : ''}
      {moment(at, zone)}
    </time>
  )
}

function CommandLine({ command }: { command: string }) {
  const { outcome, copy } = useCopy()
  return (
    <div className="full cmdline">
      <CommandText command={command} />
      <IconButton icon={outcome === 'copied' ? 'check' : 'copy'} label="Copy command" onClick={() => copy(command)} />
      <span className="small muted" role="status">
        {outcome === 'copied' && 'Copied'}
        {outcome === 'failed' && 'The browser refused; select it instead.'}
      </span>
    </div>
  )
}
