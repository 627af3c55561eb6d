import { useMemo } from 'react'
import { useSettings } from '../../settings/use-settings.ts'
import { SettingRow } from '../../ui/setting-row.tsx'
import { zoneName } from '../../zone-name.ts'
import { useSaved } from './use-saved.ts'

const device = 'device'

/** Whose clock the times on the screen follow. */
export function ZoneRow() {
  const { zone } = useSettings()
  const [answer, change] = useSaved()
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')], [])
  return (
    <SettingRow label="Time zone" hint="Of times on the screen; UTC on pointing at any of them." answer={answer}>
      <select
        className="input"
        aria-label="Time zone"
        value={zone ?? device}
        onChange={(event) => change({ zone: event.target.value === device ? null : event.target.value })}
      >
        <option value={device}>As this device: {zoneName(null)}</option>
        {zones.map((name) => (
          <option key={name} value={name}>
            {name.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </SettingRow>
  )
}
