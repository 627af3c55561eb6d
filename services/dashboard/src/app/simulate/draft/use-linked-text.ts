import { useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { pages } from '../../../paths.ts'
import { draftPlaces, keepDraft, linkedCommand } from './draft.ts'
import { useSettled } from '../../../ui/use-settled.ts'
import { useStable } from '../../../ui/use-stable.ts'

interface Editor {
  area: RefObject<HTMLTextAreaElement | null>
  adopt: (command: string) => void
}

/**
 * Keeps the address saying what the editor holds, a moment after each change, and takes over what links put there. The answer does the
 * first at once, for those who are about to leave.
 */
export function useLinkedText(text: string, { area, adopt }: Editor): () => Promise<void> {
  const { cmd } = useSearch({ from: '/' })
  const router = useRouter()
  /** What we wrote there ourselves, or began with. */
  const own = useRef<string | null>(cmd ?? null)
  const seen = useRef(cmd)
  /** Null once something else was written. */
  const first = useRef<string | null>(text)
  const settled = useSettled(text, 400)
  const write = useCallback(async () => {
    // What stands in the editor now: it may have gone on since it rested.
    const written = area.current?.value ?? ''
    const next = linkedCommand(written)
    const linked = next === null || next.trim() === '' ? null : next
    // To whoever is on the way to another page, the address is that page's already.
    const isNew = linked !== own.current && router.latestLocation.pathname === pages.simulate
    if (isNew) own.current = linked
    keepDraft(draftPlaces, { text: written, link: own.current })
    if (!isNew) return
    const search = linked === null ? {} : { cmd: linked }
    await router.navigate({ to: pages.simulate, search, replace: true, resetScroll: false })
  }, [router, area])
  // With the very input: whatever ends the page afterwards, the text is kept.
  useLayoutEffect(() => {
    if (text === first.current) return
    first.current = null
    keepDraft(draftPlaces, { text, link: own.current })
  }, [text])
  useEffect(() => {
    // What the editor began with needs no address: it comes again by itself.
    if (first.current === null) void write()
  }, [settled, write])
  const adoptLatest = useStable(adopt)
  useEffect(() => {
    if (cmd === seen.current) return
    seen.current = cmd
    if ((cmd ?? null) === own.current) return
    own.current = cmd ?? null
    if (cmd !== undefined) adoptLatest(cmd)
  }, [cmd, adoptLatest])
  return write
}
