import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { accountQuery } from '../../api/queries.ts'
import { pages } from '../../paths.ts'
import { ErrorPanel, Skeleton } from '../../ui/panel.tsx'
import '../../ui/segmented.css'
import { useSectionInSight } from '../../ui/use-section-in-sight.ts'
import { Screen } from '../shell/screen.tsx'
import { AccountSection } from './account-section.tsx'
import { ApiTokensSection } from './api-tokens-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { GuestSection } from './guest-section.tsx'
import { KeyboardSection } from './keyboard-section.tsx'
import { LeaveSection } from './leave-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import './settings.css'

const ofEverybody = [
  { id: 'appearance', word: 'Appearance' },
  { id: 'keyboard', word: 'Keyboard' },
  { id: 'account', word: 'Account' },
] as const
const ofAccounts = [
  { id: 'sessions', word: 'Sessions' },
  { id: 'tokens', word: 'API tokens' },
] as const

/** What a person can set: on this device, then of the account. */
export function SettingsScreen() {
  return (
    <Screen name="settings" title="Settings">
      <h1 className="h1" tabIndex={-1}>
        Settings
      </h1>
      <p className="muted">
        Appearance and keyboard are kept on this device, the rest with your account. Each change counts at once.
      </p>
      <PartLinks />
      <AppearanceSection />
      <KeyboardSection />
      <AccountParts />
    </Screen>
  )
}

function PartLinks() {
  const { data: account } = useQuery(accountQuery)
  const isGuest = account !== undefined && account.email === null
  const parts = useMemo(() => (isGuest ? ofEverybody : [...ofEverybody, ...ofAccounts]), [isGuest])
  const inSight = useSectionInSight(parts)
  return (
    <nav className="tabs toc" aria-label="Parts of Settings">
      {parts.map(({ id, word }) => (
        <a key={id} href={`#${id}`} aria-current={inSight === id ? 'true' : undefined}>
          {word}
        </a>
      ))}
      <Link to={pages.about}>About</Link>
    </nav>
  )
}

/** What needs the server; the parts above work without it. */
function AccountParts() {
  const { data: account, error, refetch } = useQuery(accountQuery)
  if (account === undefined) {
    return error === null ? (
      <Skeleton height={240} />
    ) : (
      <ErrorPanel error={error} holds="What is kept on this device can be changed meanwhile." onRetry={() => void refetch()} />
    )
  }
  if (account.email === null) {
    return (
      <>
        <GuestSection />
        <LeaveSection account={account} />
      </>
    )
  }
  return (
    <>
      <AccountSection account={{ ...account, email: account.email }} />
      <SessionsSection />
      <ApiTokensSection />
      <LeaveSection account={account} />
    </>
  )
}
