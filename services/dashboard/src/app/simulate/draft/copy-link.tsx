import { Icon } from '../../../ui/icon.tsx'
import { useCopy } from '../../../ui/use-copy.ts'
import { linkedCommand } from './draft.ts'

/** The address of the command as it stands; without one, the reason. */
export function CopyLink({ text }: { text: string }) {
  const { outcome, copy } = useCopy()
  const linked = linkedCommand(text)
  const why = whyNot(linked)
  const address = `${location.origin}/?${new URLSearchParams({ cmd: linked ?? '' })}`
  return (
    <>
      <button
        type="button"
        className="form quiet"
        aria-disabled={why !== undefined || undefined}
        aria-describedby={why === undefined ? undefined : 'copy-link-why'}
        title={why}
        onClick={() => why === undefined && copy(address)}
      >
        <Icon name={outcome === 'copied' ? 'check' : 'link'} />
        {outcome === 'copied' ? 'Copied' : 'Copy link'}
      </button>
      {linked === null && (
        <span className="o" id="copy-link-why">
          {why}
        </span>
      )}
      <span role="status" className={outcome === 'failed' ? 'o' : 'sr'}>
        {outcome === 'copied' && 'The link is copied'}
        {outcome === 'failed' && 'The browser refused; the address bar holds the same link'}
      </span>
    </>
  )
}

function whyNot(linked: string | null): string | undefined {
  if (linked === null) return 'Over 8 KiB: too long for a link'
  return linked.trim() === '' ? 'Nothing is written yet' : undefined
}
