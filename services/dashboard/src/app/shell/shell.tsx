import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import './shell.css'
import '../../ui/text.css'
import { AccountLink } from './account-row.tsx'
import { ConnectionDot } from './connection-dot.tsx'
import { Brand, Navigation } from './navigation.tsx'
import { ThemeButton } from './theme-button.tsx'

/** The frame of every screen: a rail on wide windows, a bar on phones. */
export function Shell() {
  const [isMenuOpen, setMenuOpen] = useState(false)
  const close = (): void => setMenuOpen(false)
  return (
    <div className="app">
      <a className="skip" href="#main">
        Skip to content
      </a>
      <aside className="rail">
        <div>
          <Brand />
          <Navigation />
          <div className="rail-foot">
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
      <header className="topbar">
        <Brand />
        <span className="conn">
          <ConnectionDot />
        </span>
        <ThemeButton />
        <IconButton icon="menu" label="Menu" aria-haspopup="dialog" onClick={() => setMenuOpen(true)} />
      </header>
      <main className="main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Dialog open={isMenuOpen} onClose={close} title="Menu">
        <Navigation onLeave={close} />
        <p>
          <AccountLink onLeave={close} />
        </p>
      </Dialog>
    </div>
  )
}
