import { fall, signedPercent } from '../../format.ts'
import type { Settings } from '../../settings/settings.ts'
import { useSettings } from '../../settings/use-settings.ts'
import { Section } from '../../ui/section.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SettingRow } from '../../ui/setting-row.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useSaved } from './use-saved.ts'
import { ZoneRow } from './zone-row.tsx'

/** How figures look. */
export function AppearanceSection() {
  return (
    <Section id="appearance" title="Appearance" summary="How figures look here. Files are the same for everybody.">
      <div>
        <ThemeRow />
        <GainRow />
        <ZoneRow />
        <AmountsRow />
      </div>
    </Section>
  )
}

const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

function ThemeRow() {
  const { theme } = useSettings()
  const [answer, change] = useSaved()
  return (
    <SettingRow label="Theme" hint="Follows your system unless you choose." answer={answer}>
      <Segmented label="Theme" segments={themes} value={theme} onChange={(next) => change({ theme: next })} />
    </SettingRow>
  )
}

const pairs: readonly { value: Settings['gain']; word: string }[] = [
  { value: 'blue', word: 'Blue and orange' },
  { value: 'green', word: 'Green and red' },
]

function GainRow() {
  const { gain } = useSettings()
  const [answer, change] = useSaved()
  return (
    <SettingRow label="Gain and loss" hint="Sign and word always stand beside the color." answer={answer}>
      <div role="radiogroup" aria-label="Colors of gain and loss">
        {pairs.map(({ value, word }) => (
          <label key={value} className={`rad ${value}`}>
            <input type="radio" className="radio" name="gain" checked={gain === value} onChange={() => change({ gain: value })} />
            <span>{word}</span>
            <b className="gain">{signedPercent(0.1723)}</b>
            <b className="loss">{fall(0.3025)}</b>
          </label>
        ))}
      </div>
    </SettingRow>
  )
}

function AmountsRow() {
  const { hideAmounts } = useSettings()
  const [answer, change] = useSaved()
  const hint = 'Money becomes •••; percentages stay. For screens that others see.'
  return (
    <SettingRow label="Hide amounts" hint={hint} answer={answer} look="switch">
      <Switch label="Hide amounts" checked={hideAmounts} onChange={(isOn) => change({ hideAmounts: isOn })} />
    </SettingRow>
  )
}
