import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { healthQuery, knowsSessions } from '../../api/health.ts'
import { resumeSession } from '../../api/session.ts'
import { Screen } from '../shell/screen.tsx'
import { Brand } from '../shell/navigation.tsx'
import { useSession } from '../use-session.ts'
import { ApiHealth } from './api-health.tsx'
import { Entry } from './entry.tsx'
import { Landscape } from './landscape.tsx'
import './sign-in.css'

/** Where people come in: what this is on one line, the form, and whether the server is well. */
export function SignInScreen() {
  useReturnOfServer()
  return (
    <Screen name="sign-in" title="Sign in" bare>
      <div className="gate">
        <div className="left">
          <Brand />
          <div className="box">
            <h1 className="h1" tabIndex={-1}>
              What you simulate is what runs.
            </h1>
            <p className="lead">Test a portfolio on decades of prices, and read how each figure comes about.</p>
            <Entry />
          </div>
          <ApiHealth />
        </div>
        <Landscape />
      </div>
    </Screen>
  )
}

/** A session that could not be asked for while the server was away is taken up when it is back. */
function useReturnOfServer(): void {
  const { data, isError, dataUpdatedAt } = useQuery(healthQuery)
  const canBeAsked = !isError && data !== undefined && knowsSessions(data)
  const isOut = useSession() === 'signed-out'
  useEffect(() => {
    if (canBeAsked && isOut) void resumeSession()
    // Also when the server was well before: what it answered between may have been nothing.
  }, [canBeAsked, dataUpdatedAt, isOut])
}
