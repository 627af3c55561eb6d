/** Nobody sends e-mail from here: who runs the server sets a new password, by a command that is told. */
export function ForgotPassword({ email }: { email: string }) {
  return (
    <>
      Whoever runs this server sets a new one, in its folder:
      <code className="code">npm run portofino -- user set-password {email.trim() || 'EMAIL'}</code>
    </>
  )
}
