import { Link } from '@tanstack/react-router'
import { pages } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'

/** The name, which leads home. */
export function Brand() {
  return (
    <Link className="brand" to={pages.simulate}>
      <Mark />
      PortoFino
    </Link>
  )
}

/** The screens. */
export function Navigation({ onLeave }: { onLeave?: () => void }) {
  return (
    <nav className="nav" aria-label="Screens">
      <Link to={pages.simulate} activeOptions={{ exact: true, includeSearch: false }} onClick={onLeave}>
        <Icon name="simulate" />
        Simulate
      </Link>
      <Link to={pages.runs} activeOptions={{ includeSearch: false }} onClick={onLeave}>
        <Icon name="runs" />
        Runs
      </Link>
    </nav>
  )
}
