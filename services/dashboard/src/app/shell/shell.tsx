import { Outlet, useRouterState } from '@tanstack/react-router'
import { pages } from '../../paths.ts'
import { IconButton } from '../../ui/button.tsx'
import './shell.css'
import '../../ui/text.css'
import { ConnectionDot } from './connection-dot.tsx'
import { Brand } from './navigation.tsx'
import { overlay } from './overlay.ts'
import { Overlays } from './overlays.tsx'
import { Rail } from './rail.tsx'
import { SignedInOnly } from './signed-in-only.tsx'
import { ThemeButton } from './theme-button.tsx'

/** The frame of every screen: a rail on wide windows, a bar on phones, nothing around signing in. */
export function Shell() {
  const isBare = useRouterState({ select: ({ location }) => location.pathname === pages.signIn })
  return (
    <div className={isBare ? undefined : 'app'}>
      <a className="skip" href="#main">
        Skip to content
      </a>
      {!isBare && <Rail />}
      {!isBare && <TopBar />}
      <main className={isBare ? undefined : 'main'} id="main" tabIndex={-1}>
        <SignedInOnly>
          <Outlet />
        </SignedInOnly>
      </main>
      <Overlays />
    </div>
  )
}

function TopBar() {
  return (
    <header className="topbar">
      <Brand />
      <span className="conn">
        <ConnectionDot />
      </span>
      <ThemeButton />
      <IconButton icon="menu" label="Menu" aria-haspopup="dialog" onClick={() => overlay.show('menu')} />
    </header>
  )
}
