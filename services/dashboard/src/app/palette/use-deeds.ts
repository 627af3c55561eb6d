import { useRouter } from '@tanstack/react-router'
import { screenCommands } from '../../commands/screen-commands.ts'
import { useOtherTheme } from '../../settings/use-settings.ts'
import { overlay } from '../shell/overlay.ts'
import { toCommand } from '../to-command.ts'
import { useSession } from '../use-session.ts'
import { useSignOut } from '../use-signing-out.ts'
import type { Entry } from './palette-entries.ts'

type Deed = Omit<Entry, 'id' | 'consequence'> & { kind?: 'try'; act: () => void }

/** What can be done from anywhere, and what the open screen offers. */
export function useDeeds(copy: (text: string) => void): Entry[] {
  const router = useRouter()
  const theme = useOtherTheme()
  const isSignedIn = useSession() === 'signed-in'
  const { mutate: leave } = useSignOut()
  const deeds: Deed[] = [
    { icon: 'edit', label: 'Write a command', keys: ['/'], act: () => void toCommand(router) },
    ...screenCommands().map(({ does, icon, note, act }) => ({ icon, label: does, ...(note !== undefined && { note }), act })),
    { icon: 'share', label: 'Copy link to this view', kind: 'try', act: () => copy(location.href) },
    { icon: 'theme', label: theme.label, act: theme.take },
    { icon: 'key', label: 'List the shortcuts', keys: ['?'], act: () => overlay.show('shortcuts') },
  ]
  if (isSignedIn) deeds.push({ icon: 'canceled', label: 'Sign out', act: () => leave() })
  return deeds.map<Entry>(({ kind, act, ...rest }) => ({
    id: `do-${rest.label}`,
    ...rest,
    consequence: { kind: kind ?? 'do', act },
  }))
}
