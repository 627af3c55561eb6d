import { useEffect, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { linkedCommand } from './draft.ts'

/** The address of the command as it stands; without one, the reason. */
export function CopyLink({ text }: { text: string }) {
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), 4000)
    return () => clearTimeout(timer)
  }, [said])
  const linked = linkedCommand(text)
  const why =
    linked === null
      ? 'Over 8 KiB: too long for an address. Copy the text itself.'
      : linked.trim() === ''
        ? 'Nothing is written yet.'
        : undefined
  const copy = async (): Promise<void> => {
    const address = `${location.origin}/?${new URLSearchParams({ cmd: linked ?? '' })}`
    try {
      await navigator.clipboard.writeText(address)
      setSaid('Link copied')
    } catch {
      setSaid('The browser does not let pages copy; the address bar holds the same link')
    }
  }
  return (
    <>
      <button
        type="button"
        className="form quiet"
        aria-disabled={why !== undefined || undefined}
        title={why}
        onClick={() => (why === undefined ? void copy() : setSaid(why))}
      >
        <Icon name="link" />
        Copy link
      </button>
      <span role="status" className="o">
        {said}
      </span>
    </>
  )
}
