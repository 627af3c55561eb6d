import geistMono from '../../fonts/LICENSE-geist-mono.txt?raw'
import hankenGrotesk from '../../fonts/LICENSE-hanken-grotesk.txt?raw'
import newsreader from '../../fonts/LICENSE-newsreader.txt?raw'
import { Section } from '../../ui/section.tsx'
import { thirdPartyPackages } from './third-party-packages.ts'
import type { ThirdPartyPackage } from './third-party-packages.ts'

const fonts: readonly ThirdPartyPackage[] = [
  { name: 'Hanken Grotesk', version: '', license: 'OFL-1.1', text: hankenGrotesk },
  { name: 'Newsreader', version: '', license: 'OFL-1.1', text: newsreader },
  { name: 'Geist Mono', version: '', license: 'OFL-1.1', text: geistMono },
]

const packages = [...(JSON.parse(thirdPartyPackages) as ThirdPartyPackage[]), ...fonts]

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
