import { useState } from 'react'
import { useSettings } from '../../settings/use-settings.ts'
import { Section } from '../../ui/section.tsx'
import type { Answer } from '../../ui/setting-row.tsx'
import { SettingRow } from '../../ui/setting-row.tsx'
import { Switch } from '../../ui/switch.tsx'
import { overlay } from '../shell/overlay.ts'
import { useSaved } from './use-saved.ts'

export function KeyboardSection() {
  return (
    <Section id="keyboard" title="Keyboard and notices" summary="Every shortcut also has a control.">
      <div>
        <ShortcutsRow />
        <NotificationsRow />
      </div>
    </Section>
  )
}

function ShortcutsRow() {
  const { shortcuts } = useSettings()
  const [answer, change] = useSaved()
  const hint = (
    <>
      Such as <kbd className="kbd">g</kbd> <kbd className="kbd">r</kbd> for Runs. Off, Ctrl K and Ctrl Enter still work.{' '}
      <button type="button" className="text-button" onClick={() => overlay.show('shortcuts')}>
        All shortcuts
      </button>
    </>
  )
  return (
    <SettingRow label="Single-key shortcuts" hint={hint} answer={answer} look="switch">
      <Switch label="Single-key shortcuts" checked={shortcuts} onChange={(isOn) => change({ shortcuts: isOn })} />
    </SettingRow>
  )
}

const refusedByBrowser: Answer = { kind: 'refused', text: 'This browser does not let this page send notifications.' }

function NotificationsRow() {
  const { notifications } = useSettings()
  const [answer, change] = useSaved()
  const [refusal, setRefusal] = useState<Answer>(null)
  const turn = async (isOn: boolean): Promise<void> => {
    const isAllowed = !isOn || ('Notification' in globalThis && (await Notification.requestPermission()) === 'granted')
    setRefusal(isAllowed ? null : refusedByBrowser)
    if (isAllowed) change({ notifications: isOn })
  }
  const hint = 'A system notification for runs over 30 s. Your browser asks once.'
  return (
    <SettingRow label="Tell me when a long run ends" hint={hint} answer={refusal ?? answer} look="switch">
      <Switch label="Notifications" checked={notifications} onChange={(isOn) => void turn(isOn)} />
    </SettingRow>
  )
}
