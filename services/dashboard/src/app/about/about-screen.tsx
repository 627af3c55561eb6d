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
      <p className="muted about-lead">PortoFino shows what a portfolio would have done, and how each figure comes about.</p>
      <ServerSection />
      <AttributionSection />
      <LicensesSection />
    </Screen>
  )
}
