import { useQuery } from '@tanstack/react-query'
import { apiAddress } from '../../api/address.ts'
import { ailment, healthQuery } from '../../api/health.ts'
import { ThemeButton } from '../shell/theme-button.tsx'

/** Whether the server answers and is well, with its address. */
export function ApiHealth() {
  const { data, isError } = useQuery(healthQuery)
  const ill = data === undefined ? null : ailment(data)
  const host = apiAddress().replace(/^https?:\/\//, '')
  return (
    <div className="foot">
      <span className="state" role="status">
        {isError && <Line dot="dot off">Nothing answers at {host}</Line>}
        {!isError && ill !== null && (
          <Line dot="dot wait">
            API at {host}: {ill}
          </Line>
        )}
        {!isError && data !== undefined && ill === null && <Line dot="dot">API healthy at {host}</Line>}
      </span>
      <ThemeButton />
    </div>
  )
}

function Line({ dot, children }: { dot: string; children: React.ReactNode }) {
  return (
    <>
      <span className={dot} />
      <span>{children}</span>
    </>
  )
}
