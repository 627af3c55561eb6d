import { shortcuts } from '../../keys/shortcuts.ts'
import type { Shortcut } from '../../keys/shortcuts.ts'
import { settings } from '../../settings/settings.ts'
import { useSettings } from '../../settings/use-settings.ts'
import { IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Switch } from '../../ui/switch.tsx'
import '../../ui/section.css'
import './palette.css'

/** All keys, grouped by where they work; single ones can be turned off here too. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const { shortcuts: areOn } = useSettings()
  return (
    <Dialog open onClose={onClose} title="Shortcuts" look="wide">
      <IconButton className="corner" icon="close" label="Close" onClick={onClose} />
      <div className="keys">
        {Object.entries(shortcuts).map(([place, keys]) => (
          <section key={place} aria-label={place}>
            <h3>{place}</h3>
            <dl>
              {keys.map((key) => (
                <KeyRow key={key.does} {...key} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="bar">
        <label className="row">
          <Switch checked={areOn} onChange={(isOn) => settings.change({ shortcuts: isOn })} />
          Single-key shortcuts
        </label>
        <span className="small muted">Off while you type in a field. On a Mac, Ctrl is Command.</span>
      </div>
    </Dialog>
  )
}

function KeyRow({ does, caps }: Shortcut) {
  return (
    <div>
      <dt>{does}</dt>
      <dd>
        {caps.map((cap) => (
          <kbd key={cap} className="kbd">
            {cap}
          </kbd>
        ))}
      </dd>
    </div>
  )
}
