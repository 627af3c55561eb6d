import { Link } from '@tanstack/react-router'
import { pages } from '../paths.ts'
import { buttonClass } from '../ui/button.tsx'
import { Screen } from './shell/screen.tsx'
import '../ui/panel.css'

/** An address that is no page of ours. */
export function NotFound() {
  return (
    <Screen title="Not found">
      <div className="plate">
        <h1 className="h1" tabIndex={-1}>
          There is no such page
        </h1>
        <p>The address may be mistyped, or the page may have moved. Your runs are where they were.</p>
        <div className="btns">
          <Link className={buttonClass({ look: 'primary' })} to={pages.simulate}>
            Simulate
          </Link>
          <Link className={buttonClass({})} to={pages.runs}>
            Open your runs
          </Link>
        </div>
      </div>
    </Screen>
  )
}
