import { useState } from 'react'
import { deleteAccount } from '../../api/account.ts'
import type { Account } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Section } from '../../ui/section.tsx'
import { SettingRow } from '../../ui/setting-row.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { useSigningOut } from '../use-signing-out.ts'

/** The end of an account. */
export function LeaveSection({ account }: { account: Account }) {
  const [isAsking, setAsking] = useState(false)
  const [password, setPassword] = useState('')
  const { mutate, reset, isPending, error } = useSigningOut(deleteAccount)
  const isGuest = account.email === null
  const close = (): void => {
    setAsking(false)
    setPassword('')
  }
  return (
    <Section id="leave" title="Leave">
      <div>
        <SettingRow
          label={isGuest ? 'Delete everything' : 'Delete account'}
          hint="Removes your account, runs and tokens. Audit records stay: they hold no e-mail."
        >
          <Button onClick={() => setAsking(true)}>{isGuest ? 'Delete everything…' : 'Delete account…'}</Button>
        </SettingRow>
      </div>
      <ConfirmDialog
        open={isAsking}
        onClose={close}
        title={isGuest ? 'Delete everything?' : `Delete ${account.email}?`}
        verb={isGuest ? 'Delete everything' : 'Delete account'}
        task={{ mutate: () => mutate(password), reset, isPending, error }}
      >
        <p>This cannot be undone. It removes, at once:</p>
        <ul>
          <li>every run, with its name, tags and reports</li>
          <li>every session and API token</li>
          {!isGuest && <li>the account itself: signing in fails from then on</li>}
        </ul>
        {!isGuest && (
          <PasswordField
            className="gap"
            label={account.google_linked ? 'Password, if you have one' : 'Password'}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </ConfirmDialog>
    </Section>
  )
}
