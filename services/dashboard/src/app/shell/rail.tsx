import { AccountLink } from './account-link.tsx'
import { ConnectionDot } from './connection-dot.tsx'
import { Brand, Navigation } from './navigation.tsx'
import { PaletteButton } from './palette-button.tsx'
import { ThemeButton } from './theme-button.tsx'

/** The left edge of wide windows: screens above; commands, connection and account below. */
export function Rail() {
  return (
    <aside className="rail">
      <div>
        <Brand />
        <Navigation />
        <div className="rail-foot">
          <PaletteButton />
          <div className="row">
            <ConnectionDot />
          </div>
          <div className="row account">
            <AccountLink />
            <ThemeButton />
          </div>
        </div>
      </div>
    </aside>
  )
}
