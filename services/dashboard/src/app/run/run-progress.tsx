import { useEffect, useState, useSyncExternalStore } from 'react'
import { connection } from '../../connection.ts'
import { secondsLeft } from '../../live/task-progress.ts'
import type { TaskProgress } from '../../live/task-progress.ts'
import { settings } from '../../settings/settings.ts'
import { reconnectNow } from '../../socket.ts'
import { Banner } from '../../ui/panel.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.ts'
import './progress.css'
import { simulatedUpTo, timeLeft } from './progress-steps.ts'
import type { RunStep } from './progress-steps.ts'

const icons: Readonly<Record<RunStep['state'], IconName>> = { done: 'done', now: 'running', todo: 'pending', failed: 'failed' }
const classes: Readonly<Record<RunStep['state'], string>> = { done: 'done', now: 'now', todo: 'todo', failed: 'fail' }

/** The way of a run, and where on it it stands. */
export function Steps({ steps }: { steps: readonly RunStep[] }) {
  return (
    <ol className="steps" aria-label="Steps">
      {steps.map(({ name, note, state }) => (
        <li key={name} className={classes[state]} aria-current={state === 'now' ? 'step' : undefined}>
          <Icon name={icons[state]} />
          <b>{name}</b>
          <span>{note}</span>
        </li>
      ))}
    </ol>
  )
}

const clock = (at: number): string => new Date(at).toLocaleTimeString('en-GB')

/** How far a run is: percent, the month that it has reached, and the time that it still takes. */
export function ProgressBar({ command, progress }: { command: string; progress: TaskProgress | undefined }) {
  const percent = progress?.percent ?? 0
  const upTo = simulatedUpTo(command, progress?.latest)
  const left = progress === undefined ? null : timeLeft(secondsLeft(progress))
  const heard = progress === undefined ? null : `last update ${clock(progress.heardAt)}`
  return (
    <div className="progress late">
      <div className="pct">
        <span className="big">{percent}%</span>
        {upTo !== null && <span>{upTo}</span>}
        <span className="left">{[left, heard].filter(Boolean).join(' · ')}</span>
      </div>
      <div
        className="track"
        role="progressbar"
        aria-label="Simulation"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={upTo === null ? `${percent}%` : `${percent}%, ${upTo}`}
      >
        <div style={{ transform: `scaleX(${percent / 100})` }} />
      </div>
    </div>
  )
}

/** What to know while the server is not heard as it should be. */
export function ConnectionBanner() {
  const state = useSyncExternalStore(connection.subscribe, connection.current)
  if (state.kind === 'live') return null
  if (state.kind === 'offline') {
    return (
      <Banner icon="unplug">
        <b>Offline.</b> The run goes on without this page; what it does meanwhile is fetched when the network is back.
      </Banner>
    )
  }
  if (state.kind === 'polling') {
    return (
      <Banner icon="rerun">
        <b>Live updates are not getting through; asking every 3 s instead.</b> Progress may jump. It returns to live by itself.
      </Banner>
    )
  }
  const last = state.lastHeard === null ? '' : `, last update ${clock(state.lastHeard.getTime())}`
  return (
    <Banner icon="unplug">
      <b>
        Reconnecting ({state.attempt}){last}.
      </b>{' '}
      The run goes on without this page. Nothing is lost: missed steps are fetched when the line is back.{' '}
      <button type="button" className="textlink" onClick={reconnectNow}>
        Try now
      </button>
    </Banner>
  )
}

const offeredAfterMs = 30_000

/** For runs that take longer than half a minute: a notification when they end, for who wants one. */
export function TellMe({ since, title, isOver }: { since: string; title: string; isOver: boolean }) {
  const [isOffered, setOffered] = useState(false)
  const [isWanted, setWanted] = useState(() => settings.current().notifications && mayNotify())
  useEffect(() => {
    const timer = setTimeout(() => setOffered(true), Math.max(Date.parse(since) + offeredAfterMs - Date.now(), 0))
    return () => clearTimeout(timer)
  }, [since])
  useEffect(() => {
    if (!isOver || !isWanted || !document.hidden) return undefined
    const note = new Notification('PortoFino', { body: `${title} is over.` })
    return () => note.close()
  }, [isOver, isWanted, title])
  if (!isOffered || isOver) return null
  if (isWanted) return <span className="small muted">You will be told when it is over.</span>
  if (typeof Notification === 'undefined' || Notification.permission === 'denied') return null
  const ask = async (): Promise<void> => setWanted((await Notification.requestPermission()) === 'granted')
  return (
    <button type="button" className="textlink small" onClick={() => void ask()}>
      Tell me when it is over
    </button>
  )
}

function mayNotify(): boolean {
  return typeof Notification !== 'undefined' && Notification.permission === 'granted'
}
