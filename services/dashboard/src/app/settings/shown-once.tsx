import type { CreatedApiToken } from '../../api/account.ts'
import { Button } from '../../ui/button.tsx'
import { useCopy } from '../../ui/use-copy.ts'

const words = { copied: 'Copied', failed: 'Copy it by hand' } as const

/** The secret of a new token, which the server cannot tell again. */
export function ShownOnce({ token: { name, token } }: { token: CreatedApiToken }) {
  const { outcome, copy } = useCopy()
  return (
    <div>
      <div className="once">
        <span className="mono small">{token}</span>
        <Button size="sm" icon={outcome === 'copied' ? 'check' : 'copy'} onClick={() => copy(token)}>
          {outcome === null ? 'Copy' : words[outcome]}
        </Button>
      </div>
      <p className="hint" role="status">
        {name} is shown this once. Keep it now: the server knows only its fingerprint.
      </p>
    </div>
  )
}
