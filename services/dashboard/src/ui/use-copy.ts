import { useEffect, useState } from 'react'

/** For how long the answer stands. */
const shownMs = 2_000

/** Copies text, and tells for a moment that it did; `failed` where the browser refuses. `onCopied` is told too. */
export function useCopy(onCopied?: () => void): { outcome: 'copied' | 'failed' | null; copy: (text: string) => void } {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (outcome !== 'copied') return undefined
    const timer = setTimeout(() => setOutcome(null), shownMs)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = (text: string): void => {
    write(text).then(
      () => {
        setOutcome('copied')
        onCopied?.()
      },
      () => setOutcome('failed'),
    )
  }
  return { outcome, copy }
}

/** Pages from an address that the browser does not trust have no clipboard at all. */
async function write(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}
