import { useState } from 'react'
import type { CreatedApiToken } from '../../api/account.ts'
import { Button } from '../../ui/button.tsx'

/** The secret of a new token, which the server cannot tell again. */
export function ShownOnce({ token: { name, token } }: { token: CreatedApiToken }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(token)
    setCopied(true)
  }
  return (
    <div>
      <div className="once">
        <span className="mono small">{token}</span>
        <Button size="sm" icon={isCopied ? 'check' : 'copy'} onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p className="hint" role="status">
        {name} is shown this once. Keep it now: the server knows only its fingerprint.
      </p>
    </div>
  )
}
