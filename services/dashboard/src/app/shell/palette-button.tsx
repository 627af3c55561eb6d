import { Icon } from '../../ui/icon.tsx'
import { overlay } from './overlay.ts'

/** Ctrl, or Command where keyboards have that. */
const cap = /Mac|iP(hone|ad|od)/.test(navigator.platform) ? '⌘ K' : 'Ctrl K'

/** Opens the commands; its hint is their shortcut. */
export function PaletteButton() {
  return (
    <button
      type="button"
      className="row"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => overlay.show('palette')}
    >
      <Icon name="search" />
      <span>Commands</span>
      <span className="kbd" aria-hidden="true">
        {cap}
      </span>
    </button>
  )
}
