import { Dialog } from '../../ui/dialog.tsx'
import { AccountLink } from './account-row.tsx'
import { Navigation } from './navigation.tsx'
import { PaletteButton } from './palette-button.tsx'

/** What the rail holds, where there is no room for a rail. */
export function PhoneMenu({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Menu" look="sheet">
      <Navigation onLeave={onClose} />
      <div className="rail-foot">
        <PaletteButton />
        <div className="row account">
          <AccountLink onLeave={onClose} />
        </div>
      </div>
    </Dialog>
  )
}
