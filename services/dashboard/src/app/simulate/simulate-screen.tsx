import { learn } from '../../api/catalog.ts'
import { Screen } from '../shell/screen.tsx'
import { exampleInstruments } from './start/examples.ts'
import { HowToWrite } from './start/how-to-write.tsx'
import './echo/under-editor.css'
import { Workbench } from './workbench.tsx'

// So that the first page names what its examples hold before the server is asked.
learn(exampleInstruments)

/** Write what you would have held; see at once what it says, what is wrong with it, and run it. */
export function SimulateScreen() {
  return (
    <Screen name="simulate" title="Simulate">
      <div className="col">
        <header className="hero">
          <h1 className="h1" tabIndex={-1}>
            What would it have done?
          </h1>
          <p className="lead">Write what you would have held, and from when to when. The answer takes less than a second.</p>
        </header>
        <Workbench />
        <HowToWrite />
      </div>
    </Screen>
  )
}
