import { Screen } from '../shell/screen.tsx'

export function SignInScreen() {
  return (
    <Screen title="SignIn">
      <h1 className="h1" tabIndex={-1}>
        SignIn
      </h1>
    </Screen>
  )
}
