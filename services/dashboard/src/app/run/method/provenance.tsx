import type { RunResult } from '../../../api/queries.ts'
import { counted, day } from '../../../format.ts'

/** Every convention in force, and what the figures were computed from. */
export function Provenance({ result }: { result: RunResult }) {
  const { policies, period, data_source, data_as_of, data_version, engine_version, hash } = result
  return (
    <>
      <div>
        <h3 className="sub">
          Policies<span>those that were chosen are marked</span>
        </h3>
        <dl className="policies">
          {policies.map(({ id, value, meaning, is_default }) => (
            <div key={id}>
              <dt>
                <span className="mono">
                  {id}={value}
                </span>
                {!is_default && <span className="tag">chosen</span>}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </div>
      <dl className="prov">
        <dt>Prices</dt>
        <dd>
          {data_source === 'sample' ? 'Sample data set, for testing and examples' : data_source}, as of {day(data_as_of)};{' '}
          {counted(period.sessions, 'session')}.
        </dd>
        <dt>Engine</dt>
        <dd>PortoFino {engine_version}</dd>
        <dt>Data</dt>
        <dd className="mono xs">{data_version}</dd>
        <dt>Command</dt>
        <dd className="mono xs">{hash}</dd>
      </dl>
    </>
  )
}
