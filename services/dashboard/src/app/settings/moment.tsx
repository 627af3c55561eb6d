import { ago } from '../../ago.ts'
import { moment } from '../../format.ts'
import { useSettings } from '../../settings/use-settings.ts'

/** A moment in the person's zone, UTC on pointing; how long ago beside it where that helps. */
export function Moment({ iso, isRelative = false }: { iso: string; isRelative?: boolean }) {
  const { zone } = useSettings()
  return (
    <time dateTime={iso} title={moment(iso, 'UTC')}>
      {moment(iso, zone)}
      {isRelative && <span className="faint"> · {ago(iso, Date.now())}</span>}
    </time>
  )
}
