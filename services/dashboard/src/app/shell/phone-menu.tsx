import { Sheet } from '../../ui/sheet.tsx'
import { AccountLink } from './account-link.tsx'
import { Navigation } from './navigation.tsx'
import { PaletteButton } from './palette-button.tsx'

/** What the rail holds, where there is no room for a rail. */
export function PhoneMenu({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} onClose={onClose} title="Menu">
      <Navigation onLeave={onClose} />
      <div className="rail-foot">
        <PaletteButton />
        <div className="row account">
          <AccountLink onLeave={onClose} />
        </div>
      </div>
    </Sheet>
  )
}
