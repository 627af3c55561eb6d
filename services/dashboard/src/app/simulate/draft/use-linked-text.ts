import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { pages } from '../../../paths.ts'
import { draftPlaces, keepDraft, linkedCommand } from './draft.ts'
import { useSettled } from '../../../ui/use-settled.ts'
import { useStable } from '../editor/use-stable.ts'

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
  const navigate = useNavigate({ from: '/' })
  /** What we wrote there ourselves, or began with. */
  const own = useRef<string | null>(cmd ?? null)
  const seen = useRef(cmd)
  /** Null once something else was written. */
  const first = useRef<string | null>(text)
  const settled = useSettled(text, 400)
  const write = useCallback(
    async (command: string) => {
      const next = linkedCommand(command)
      const linked = next === null || next.trim() === '' ? null : next
      if (linked === own.current) return
      own.current = linked
      keepDraft(draftPlaces, { text: command, link: linked })
      await navigate({ to: pages.simulate, search: linked === null ? {} : { cmd: linked }, replace: true, resetScroll: false })
    },
    [navigate],
  )
  useEffect(() => {
    if (text === first.current) return
    first.current = null
    keepDraft(draftPlaces, { text, link: own.current })
  }, [text])
  useEffect(() => {
    // What the editor began with needs no address: it comes again by itself.
    if (first.current === null) void write(settled)
  }, [settled, write])
  const adoptLatest = useStable(adopt)
  useEffect(() => {
    if (cmd === seen.current) return
    seen.current = cmd
    if ((cmd ?? null) === own.current) return
    own.current = cmd ?? null
    if (cmd !== undefined) adoptLatest(cmd)
  }, [cmd, adoptLatest])
  return useCallback(async () => {
    const written = area.current?.value ?? ''
    keepDraft(draftPlaces, { text: written, link: own.current })
    await write(written)
  }, [write, area])
}
