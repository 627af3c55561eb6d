import { useMutation, useQuery } from '@tanstack/react-query'
import { accountFile, googleLinkLocation } from '../../api/account.ts'
import { authOptionsQuery } from '../../api/queries.ts'
import { saveBlob } from '../../files/save-file.ts'
import { pages } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { SettingRow } from '../../ui/setting-row.tsx'
import { leaveForGoogle } from '../sign-in/google-trip.ts'
import type { NamedAccount } from './named-account.ts'
import { PasswordRow } from './password-row.tsx'
import { refusalOf } from './refusal-of.ts'

/** How the person signs in, and what the server keeps. */
export function AccountSection({ account }: { account: NamedAccount }) {
  return (
    <Section id="account" title="Account" summary="How you sign in.">
      <div>
        <EmailRow account={account} />
        <PasswordRow account={account} />
        <GoogleRow account={account} />
      </div>
    </Section>
  )
}

const roles = { operator: 'operator of this server', member: 'member' } as const

function EmailRow({ account: { email, role } }: { account: NamedAccount }) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: accountFile,
    onSuccess: (file) => saveBlob('portofino-account.json', file),
  })
  return (
    <SettingRow label="E-mail" hint={`${email} · ${roles[role]}`} answer={refusalOf(error)}>
      <Button size="sm" disabledBecause={isPending ? 'Collecting …' : undefined} onClick={() => mutate()}>
        Export my data
      </Button>
    </SettingRow>
  )
}

function GoogleRow({ account: { google_linked: isLinked } }: { account: NamedAccount }) {
  const { data: options } = useQuery(authOptionsQuery)
  const { mutate, isPending, error } = useMutation({
    mutationFn: googleLinkLocation,
    onSuccess: (location) => leaveForGoogle(`${pages.settings}#account`, location),
  })
  if (options?.google !== true && !isLinked) return null
  const hint = isLinked
    ? 'Linked: Google signs you in without the password.'
    : 'Not linked. Linking lets you sign in without the password; it never links by e-mail alone.'
  return (
    <SettingRow label="Google" hint={hint} answer={refusalOf(error)}>
      {!isLinked && (
        <Button icon="google" disabledBecause={isPending ? 'Going to Google …' : undefined} onClick={() => mutate()}>
          Link Google
        </Button>
      )}
    </SettingRow>
  )
}
