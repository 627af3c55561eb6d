import { useOtherTheme } from '../../settings/use-settings.ts'
import { IconButton } from '../../ui/button.tsx'

/** Light or dark, kept on this device. Settings gives the choice back to the system. */
export function ThemeButton() {
  const { label, take } = useOtherTheme()
  return <IconButton icon="theme" label={label} onClick={take} />
}
