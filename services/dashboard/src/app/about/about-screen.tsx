import { Screen } from '../shell/screen.tsx'

export function AboutScreen() {
  return (
    <Screen title="About">
      <h1 className="h1" tabIndex={-1}>
        About
      </h1>
    </Screen>
  )
}
