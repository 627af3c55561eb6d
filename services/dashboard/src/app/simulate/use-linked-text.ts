import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { pages } from '../../paths.ts'
import { keepDraft, linkedCommand } from './draft.ts'
import type { DraftPlaces } from './draft.ts'
import { useSettled } from '../../ui/use-settled.ts'

export const draftPlaces: DraftPlaces = { tab: sessionStorage, device: localStorage }

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
  const isMounted = useRef(false)
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
    if (isMounted.current) keepDraft(draftPlaces, { text, link: own.current })
    isMounted.current = true
  }, [text])
  useEffect(() => {
    void write(settled)
  }, [settled, write])
  const adoptLatest = useRef(adopt)
  useEffect(() => {
    adoptLatest.current = adopt
  })
  useEffect(() => {
    const given = cmd ?? null
    if (given === own.current) return
    own.current = given
    if (given !== null) adoptLatest.current(given)
  }, [cmd])
  return useCallback(async () => write(area.current?.value ?? ''), [write, area])
}
