import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { signOut } from '../../api/session.ts'
import { pages } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { SettingRow } from '../../ui/setting-row.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { useSigningOut } from '../use-signing-out.ts'

/** Guests have nothing to sign in with: an account would keep what they have made. */
export function GuestSection() {
  const [isAsking, setAsking] = useState(false)
  const leaving = useSigningOut(signOut)
  return (
    <Section id="account" title="Account" summary="You are here as a guest.">
      <div>
        <SettingRow
          label="Create an account"
          hint="Your runs become yours for good. As a guest’s they are kept for 7 days, on this browser only."
        >
          <Link className={buttonClass({ look: 'primary' })} to={pages.signIn} search={{ next: pages.settings }}>
            Create an account
          </Link>
        </SettingRow>
        <SettingRow label="Sign out" hint="Nobody can come back to a guest’s runs.">
          <Button onClick={() => setAsking(true)}>Sign out…</Button>
        </SettingRow>
      </div>
      <ConfirmDialog open={isAsking} onClose={() => setAsking(false)} title="Sign out as a guest?" verb="Sign out" task={leaving}>
        <p>A guest has no password, so this session cannot be taken up again: its runs are lost. An account would keep them.</p>
      </ConfirmDialog>
    </Section>
  )
}
