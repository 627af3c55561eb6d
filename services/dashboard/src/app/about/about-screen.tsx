import { Screen } from '../shell/screen.tsx'
import './about.css'
import { AttributionSection } from './attribution-section.tsx'
import { LicensesSection } from './licenses-section.tsx'
import { ServerSection } from './server-section.tsx'

/** What this is made of, where it is, and what it is not. */
export function AboutScreen() {
  return (
    <Screen name="about" title="About">
      <h1 className="h1" tabIndex={-1}>
        About
      </h1>
      <p className="muted about-lead">PortoFino simulates a portfolio idea, runs it, and proves every decision.</p>
      <ServerSection />
      <AttributionSection />
      <LicensesSection />
    </Screen>
  )
}
