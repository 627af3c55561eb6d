import { pages } from '../../paths.ts'
import type { Entry } from './palette-entries.ts'

const screens: readonly (Pick<Entry, 'icon' | 'label' | 'keys'> & { href: string })[] = [
  { href: pages.simulate, icon: 'simulate', label: 'Simulate', keys: ['g', 's'] },
  { href: pages.runs, icon: 'runs', label: 'Runs', keys: ['g', 'r'] },
  { href: pages.settings, icon: 'settings', label: 'Settings' },
  { href: pages.about, icon: 'info', label: 'About' },
]

/** The screens, without the one that is open. */
export function pageEntries({ isSignedIn, here }: { isSignedIn: boolean; here: string }): Entry[] {
  const signIn = { href: pages.signIn, icon: 'key', label: 'Sign in' } as const
  const all = isSignedIn ? screens : [...screens, signIn]
  return all
    .filter(({ href }) => href !== here)
    .map(({ href, ...rest }) => ({ id: href, ...rest, consequence: { kind: 'go', href } }))
}
