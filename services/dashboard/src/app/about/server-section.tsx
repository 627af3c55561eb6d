import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { apiAddress } from '../../api/address.ts'
import { ailment, healthQuery } from '../../api/health.ts'
import { enginePartsQuery, serverVersionQuery } from '../../api/server-facts.ts'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/section.tsx'
import '../../ui/status.css'
import { useSession } from '../use-session.ts'
import manifest from '../../../package.json' with { type: 'json' }

/** Address, versions and prices. */
export function ServerSection() {
  const server = useQuery(serverVersionQuery)
  const address = apiAddress()
  return (
    <Section id="server" title="This server" summary="Address, versions and the prices it reads.">
      <dl className="prov">
        <dt>Server</dt>
        <dd>{server.isError ? 'not known: it does not answer' : (server.data ?? '…')}</dd>
        <dt>Dashboard</dt>
        <dd>{manifest.version}</dd>
        <EngineRows />
        <dt>API</dt>
        <dd>
          <a href={address}>{address}</a> <HealthWord />
        </dd>
        <dt>Reference</dt>
        <dd>
          <a href={`${address}/docs`}>/docs</a>, <a href={`${address}/openapi.json`}>/openapi.json</a>
        </dd>
      </dl>
    </Section>
  )
}

/** Every run says what it was computed with; the latest one is asked. */
function EngineRows() {
  const isSignedIn = useSession() === 'signed-in'
  const { data, isError } = useQuery({ ...enginePartsQuery, enabled: isSignedIn })
  if (isError) return <Rows engine="not known: it cannot be read now" prices="not known" />
  if (data === undefined)
    return isSignedIn ? <Rows engine="…" prices="…" /> : <Rows engine="told after signing in" prices="told after signing in" />
  if (data === null) return <Rows engine="told with your first run" prices="told with your first run" />
  const prices = (
    <>
      {data.source}, up to {data.asOf} <span className="mono xs muted">{data.version.slice(0, 8)}</span>
    </>
  )
  return <Rows engine={data.engine} prices={prices} />
}

function Rows({ engine, prices }: { engine: ReactNode; prices: ReactNode }) {
  return (
    <>
      <dt>Engine</dt>
      <dd>
        {engine} <span className="muted">of your latest run</span>
      </dd>
      <dt>Prices</dt>
      <dd>{prices}</dd>
    </>
  )
}

function HealthWord() {
  const { data, isError } = useQuery(healthQuery)
  if (isError) return <HealthLine look="bad" icon="failed" text="Does not answer" />
  if (data === undefined) return null
  const ill = ailment(data)
  return ill === null ? <HealthLine look="ok" icon="done" text="Healthy" /> : <HealthLine look="bad" icon="warning" text={ill} />
}

function HealthLine({ look, icon, text }: { look: string; icon: 'failed' | 'done' | 'warning'; text: string }) {
  return (
    <span className={`status ${look}`} role="status">
      <Icon name={icon} />
      {text}
    </span>
  )
}
