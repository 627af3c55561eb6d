import { useEffect, useState } from 'react'
import { settings } from '../../settings/settings.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Answer } from '../../ui/setting-row.tsx'

const shownMs = 2_500

/** Changes a setting of this device, and says for a while what came of it. */
export function useSaved(): [Answer, (change: Partial<Settings>) => void] {
  const [answer, setAnswer] = useState<Answer>(null)
  useEffect(() => {
    if (answer?.kind !== 'saved') return undefined
    const timer = setTimeout(() => setAnswer(null), shownMs)
    return () => clearTimeout(timer)
  }, [answer])
  const change = (given: Partial<Settings>): void => {
    const isKept = settings.change(given)
    setAnswer(
      isKept ? { kind: 'saved' } : { kind: 'refused', text: 'Holds until this page is closed: the browser stores nothing.' },
    )
  }
  return [answer, change]
}
