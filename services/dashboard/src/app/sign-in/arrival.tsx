import { useMutation } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { takeUpSession } from '../../api/session.ts'
import { pages } from '../../paths.ts'
import { told } from '../../problems.ts'
import { Banner } from '../../ui/panel.tsx'
import { arrivalLine } from './arrival-line.ts'
import type { ArrivalFacts } from './arrival-line.ts'
import { googleOutcomes } from './google-trip.ts'

/** Why the person is here, and what that means: back from Google, signed out, about to lose or keep something. */
export function Arrival({ who, next, mode, options }: Omit<ArrivalFacts, 'why'>) {
  const { google, why } = useSearch({ from: pages.signIn })
  const trip = useTripToGoogle(google === 'ok')
  if (trip.error !== null)
    return <Banner icon="warning">{told(trip.error).detail} Try Google again, or use your password.</Banner>
  if (google !== undefined && google !== 'ok') {
    return (
      <Banner icon="warning">
        {googleOutcomes[google]} {who === 'person' && <Link to={next}>Go on</Link>}
      </Banner>
    )
  }
  const line = arrivalLine({ who, next, mode, options, why })
  return line === null ? null : (
    <p className="why" role="status">
      {line}
    </p>
  )
}

/** Takes the session that Google's flow left as a cookie. */
function useTripToGoogle(isBack: boolean) {
  const { mutate, error } = useMutation({ mutationFn: takeUpSession })
  useEffect(() => {
    if (isBack) mutate()
  }, [isBack, mutate])
  return { error }
}
