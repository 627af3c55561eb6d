import { useEffect, useState, useSyncExternalStore } from 'react'
import { connection } from '../../../connection.ts'
import { secondsLeft } from '../../../live/task-progress.ts'
import type { TaskProgress } from '../../../live/task-progress.ts'
import { reconnectNow } from '../../../socket.ts'
import { Banner } from '../../../ui/panel.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { IconName } from '../../../ui/icon-shapes.ts'
import './progress.css'
import { timeLeft } from './progress-steps.ts'
import type { RunStep } from './progress-steps.ts'
import type { EndNotice } from './use-end-notice.ts'

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

/** How far a run is: percent, where it stands in words, and the time that it still takes. */
export function ProgressBar({ words, progress }: { words: string; progress: TaskProgress | undefined }) {
  const percent = progress?.percent ?? 0
  const left = progress === undefined ? null : timeLeft(secondsLeft(progress))
  const heard = progress === undefined ? null : `last update ${clock(progress.heardAt)}`
  return (
    <div className="progress late">
      <div className="pct">
        <span className="big">{percent}%</span>
        <span>{words}</span>
        <span className="left">{[left, heard].filter(Boolean).join(' · ')}</span>
      </div>
      <div
        className="track"
        role="progressbar"
        aria-label="Simulation"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={`${percent}%, ${words}`}
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
export function TellMe({ since, notice: { isWanted, isPossible, ask } }: { since: string; notice: EndNotice }) {
  const [isOffered, setOffered] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOffered(true), Math.max(Date.parse(since) + offeredAfterMs - Date.now(), 0))
    return () => clearTimeout(timer)
  }, [since])
  if (!isOffered) return null
  if (isWanted) return <span className="small muted">You will be told when it is over.</span>
  if (!isPossible) return null
  return (
    <button type="button" className="textlink small" onClick={() => void ask()}>
      Tell me when it is over
    </button>
  )
}
