import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'

/** The page that was asked for: the browser itself begins to read it at its top. */
let isFirst = true

/** What every screen is inside: it names the tab, and moves focus to its heading when it opens by navigation. `bare` ones fill the window. */
export function Screen({ title, bare = false, children }: { title: string; bare?: boolean; children: ReactNode }) {
  const wrap = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.title = `${title} · PortoFino`
  }, [title])
  useEffect(() => {
    if (!isFirst) wrap.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    isFirst = false
  }, [])
  return (
    <div className={bare ? undefined : 'wrap'} ref={wrap}>
      {children}
    </div>
  )
}
