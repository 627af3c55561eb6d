import { Link } from '@tanstack/react-router'
import type { HistoryItem } from '../../api/queries.ts'
import { dayAndTime } from '../../format.ts'
import { pages } from '../../paths.ts'
import { useSettings } from '../../settings/use-settings.ts'
import { Sparkline } from '../../ui/chart/sparkline.tsx'
import { CommandText } from '../../ui/command-text.tsx'
import { growthOf, nameOf } from './run-in-words.ts'

/** The name, which leads to the run, its tags and its command. */
export function RunName({ run }: { run: HistoryItem }) {
  const { text, isOwn } = nameOf(run)
  return (
    <>
      <Link to={pages.run} params={{ id: run.task_id }} className={isOwn ? 'nm' : 'nm auto'} data-row={run.id} title={text}>
        {text}
      </Link>
      {run.tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
        </span>
      ))}
      <span className="one" title={run.command}>
        <CommandText command={run.command} />
      </span>
    </>
  )
}

/** The little line of what it grew to, how far it is, or why there is none. */
export function GrowthCell({ run }: { run: HistoryItem }) {
  const growth = growthOf(run)
  if (growth.kind === 'line') {
    return (
      <span className={run.outcome === 'ruined' ? 'ruin' : undefined}>
        <Sparkline values={growth.values} width={104} height={30} />
      </span>
    )
  }
  if (growth.kind === 'progress') {
    const { percent } = growth
    return (
      <>
        <span className="prog" role="progressbar" aria-valuenow={percent} aria-label={`Progress of ${nameOf(run).text}`}>
          <i style={{ width: `${percent}%` }} />
        </span>
        <span className="xs muted">{percent}%</span>
      </>
    )
  }
  return (
    <span className="xs muted clamp" title={growth.text}>
      {growth.text} {growth.code !== null && <span className="mono">{growth.code}</span>}
    </span>
  )
}

/** Day over time, in the person's zone; UTC on pointing. */
export function CreatedCell({ iso }: { iso: string }) {
  const { zone } = useSettings()
  const { day, time } = dayAndTime(iso, zone)
  const utc = dayAndTime(iso, 'UTC')
  return (
    <time dateTime={iso} title={`${utc.day} ${utc.time} UTC`}>
      {day}
      <br />
      <span className="muted">{time}</span>
    </time>
  )
}
