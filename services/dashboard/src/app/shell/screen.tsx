import type { ReactNode } from 'react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { AddressNotice } from './address-notice.tsx'

/** The address that the last screen had; null before the page that was asked for, which the browser itself begins to read at its top. */
let lastPath: string | null = null
/** Whether the heading of the last screen had focus when that went: the same page in another state takes it over. */
let hadFocus = false

interface ScreenProps {
  /** Its folder: the styles in there hold for it alone. */
  name?: 'about' | 'run' | 'runs' | 'settings' | 'sign-in' | 'simulate'
  /** Of the tab. */
  title: string
  /** What the picture of the tab says beside its title. */
  state?: 'running' | 'failed'
  /** Fills the window. */
  bare?: boolean
  children: ReactNode
}

/** What every screen is inside: it names the tab, and moves focus to its heading when it opens by navigation. */
export function Screen({ name, title, state, bare = false, children }: ScreenProps) {
  const wrap = useRef<HTMLDivElement>(null)
  // On the body, because menus and cards stand outside of the screen's own element.
  useLayoutEffect(() => {
    if (name === undefined) delete document.body.dataset['screen']
    else document.body.dataset['screen'] = name
  }, [name])
  useEffect(() => {
    document.title = `${title} · PortoFino`
  }, [title])
  useEffect(() => {
    const picture = state === undefined ? 'favicon' : `favicon-${state}`
    document.querySelector('link[rel=icon]')?.setAttribute('href', `/${picture}.svg`)
  }, [state])
  useLayoutEffect(() => {
    const place = wrap.current
    return () => {
      hadFocus = document.activeElement !== null && document.activeElement === headingOf(place)
    }
  }, [])
  useEffect(() => {
    const isOther = lastPath !== null && lastPath !== location.pathname
    if (isOther || hadFocus) headingOf(wrap.current)?.focus({ preventScroll: true })
    lastPath = location.pathname
    hadFocus = false
  }, [])
  return (
    <div className={bare ? undefined : 'wrap'} ref={wrap}>
      <AddressNotice />
      {children}
    </div>
  )
}

function headingOf(place: HTMLElement | null): HTMLElement | null {
  return place?.querySelector<HTMLElement>('h1') ?? null
}
