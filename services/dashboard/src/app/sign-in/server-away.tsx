import { apiAddress } from '../../api/address.ts'
import { unreached } from './unreached.ts'

/** Where the server should be, what came back, and what the cause may be. */
export function ServerAway({ error }: { error: unknown }) {
  const { address, answer, cause } = unreached(error, { address: apiAddress(), origin: location.origin })
  return (
    <div className="away" role="alert">
      <b>The server cannot be reached</b>
      <dl>
        <dt>Address</dt>
        <dd className="mono">{address}</dd>
        <dt>Answer</dt>
        <dd>{answer}</dd>
        <dt>Likely cause</dt>
        <dd>{cause}</dd>
      </dl>
      <p>Looking again every 3 seconds; what you typed stays here.</p>
    </div>
  )
}
