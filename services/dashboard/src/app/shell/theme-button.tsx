import { settings } from '../../settings/settings.ts'
import { useIsDark } from '../../settings/use-settings.ts'
import { IconButton } from '../../ui/button.tsx'

/** Light or dark, kept on this device. Settings gives the choice back to the system. */
export function ThemeButton() {
  const isDark = useIsDark()
  return (
    <IconButton
      icon="theme"
      label={isDark ? 'Use the light theme' : 'Use the dark theme'}
      onClick={() => settings.change({ theme: isDark ? 'light' : 'dark' })}
    />
  )
}
