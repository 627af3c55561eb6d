import './status.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'

/** What became of a run, as the screens tell it: `ruined` is a run that is done and lost everything. */
export type RunState = 'queued' | 'running' | 'done' | 'failed' | 'canceled' | 'ruined' | 'stale'

const looks: Readonly<Record<RunState, { icon: IconName; word: string; tone: string }>> = {
  queued: { icon: 'pending', word: 'Queued', tone: 'run' },
  running: { icon: 'running', word: 'Running', tone: 'run' },
  done: { icon: 'done', word: 'Done', tone: 'ok' },
  failed: { icon: 'failed', word: 'Failed', tone: 'bad' },
  canceled: { icon: 'canceled', word: 'Canceled', tone: 'off' },
  ruined: { icon: 'ruined', word: 'Ruined', tone: 'bad' },
  stale: { icon: 'clock', word: 'Stale', tone: 'off' },
}

/** Icon, word, then color. */
export function Status({ state }: { state: RunState }) {
  const { icon, word, tone } = looks[state]
  return (
    <span className={`status ${tone}`}>
      <Icon name={icon} />
      {word}
    </span>
  )
}
