import { Section } from '../../ui/section.tsx'
import { thirdPartyPackages } from './third-party-packages.ts'
import type { ThirdPartyPackage } from './third-party-packages.ts'

const packages = JSON.parse(thirdPartyPackages) as ThirdPartyPackage[]

/** Everything of others that these pages carry, with its terms in full. */
export function LicensesSection() {
  return (
    <Section
      id="licenses"
      title="Licenses"
      summary={`PortoFino is MIT. The ${packages.length} parts of others in these pages, each with its terms in full.`}
    >
      <ul className="lic">
        {packages.map(({ name, version, license, text }) => (
          <li key={name}>
            <details>
              <summary>
                {name} <span className="faint">{version}</span>
                <span className="terms">{license}</span>
              </summary>
              <pre className="code" tabIndex={0}>
                {text === '' ? `The package has no license file; its terms are ${license}.` : text}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  )
}
