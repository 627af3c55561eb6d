import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useKeys } from '../../keys/use-keys.ts'
import { pages } from '../../paths.ts'
import { toCommand } from '../to-command.ts'
import { useSession } from '../use-session.ts'
import { overlay } from './overlay.ts'
import { PhoneMenu } from './phone-menu.tsx'
import { usePauseInTyping } from './use-pause-in-typing.ts'

const Palette = lazy(async () => ({ default: (await import('../palette/palette.tsx')).Palette }))
const ShortcutList = lazy(async () => ({ default: (await import('../palette/shortcut-list.tsx')).ShortcutList }))
const ExpiredSession = lazy(async () => ({ default: (await import('./expired-session.tsx')).ExpiredSession }))

const close = (): void => overlay.show(null)

/** Everything that may lie over any page, and the keys that call it. */
export function Overlays() {
  const shown = useSyncExternalStore(overlay.subscribe, overlay.current)
  const asksAgain = usePauseInTyping(useSession() === 'expired')
  const router = useRouter()
  useKeys({
    'mod+k': () => overlay.show(shown === 'palette' ? null : 'palette'),
    '?': () => overlay.show('shortcuts'),
    '/': () => void toCommand(router),
    'g s': () => void router.navigate({ to: pages.simulate }),
    'g r': () => void router.navigate({ to: pages.runs }),
  })
  return (
    <>
      <PhoneMenu open={shown === 'menu'} onClose={close} />
      <Suspense>
        {shown === 'palette' && <Palette onClose={close} />}
        {shown === 'shortcuts' && <ShortcutList onClose={close} />}
        {asksAgain && <ExpiredSession />}
      </Suspense>
    </>
  )
}
