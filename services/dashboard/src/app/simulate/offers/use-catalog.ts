import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Catalog } from '@portofino/market'
import { catalog } from '../../../api/catalog.ts'
import { ensureSession } from '../../../api/guest.ts'
import { assetsQuery } from '../../../api/queries.ts'
import { useQuietSession } from '../../use-session.ts'
import { useSettled } from '../../../ui/use-settled.ts'

export interface KnownCatalog {
  catalog: Catalog
  /** The server is being asked for what is typed. */
  isLoading: boolean
  /** Why it cannot be asked; null when it can. */
  error: unknown
  retry: () => void
}

/** More symbols than this are left to the server's check. */
const mostSymbols = 24

/**
 * What is known of the symbols of the text and of those that fit what is typed. Nobody is signed in for a mere look at the page: only when
 * `isNeeded`, and only as a guest.
 */
export function useCatalog({
  symbols,
  typed,
  isNeeded,
}: {
  symbols: readonly string[]
  typed: string | null
  isNeeded: boolean
}): KnownCatalog {
  const isOpen = useQuietSession() === 'signed-in'
  const [guestFault, setGuestFault] = useState<unknown>(null)
  useEffect(() => {
    if (!isNeeded || isOpen) return
    ensureSession().then(
      () => setGuestFault(null),
      (error: unknown) => setGuestFault(error),
    )
  }, [isNeeded, isOpen])
  const asked = useSettled(typed, 120)
  const search = useQuery({ ...assetsQuery(asked ?? ''), enabled: isOpen && asked !== null })
  const settledSymbols = useSettled(symbols.join(' '), 200)
  useQueries({
    queries: settledSymbols
      .split(' ')
      .filter((symbol) => symbol !== '')
      .slice(0, mostSymbols)
      .map((symbol) => ({ ...assetsQuery(symbol), enabled: isOpen, notifyOnChangeProps: [] })),
  })
  const retry = (): void => {
    setGuestFault(null)
    if (isOpen) void search.refetch()
    else ensureSession().catch((error: unknown) => setGuestFault(error))
  }
  return {
    catalog: useSyncExternalStore(catalog.subscribe, catalog.current),
    isLoading: isOpen && typed !== null && (asked !== typed || search.isFetching),
    error: guestFault ?? search.error,
    retry,
  }
}
