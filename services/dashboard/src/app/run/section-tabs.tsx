import { useNavigate } from '@tanstack/react-router'
import { pages } from '../../paths.ts'
import '../../ui/segmented.css'
import { useSectionInSight } from '../../ui/use-section-in-sight.ts'

const sections = [
  { id: 'overview', label: 'Overview' },
  { id: 'returns', label: 'Returns' },
  { id: 'rolling', label: 'Rolling' },
  { id: 'risk', label: 'Risk' },
  { id: 'holdings', label: 'Holdings' },
  { id: 'method', label: 'Method' },
] as const

/** The way to the parts of the page. It stays in sight; phones choose from a list. */
export function SectionTabs() {
  const current = useSectionInSight(sections) ?? 'overview'
  const navigate = useNavigate({ from: pages.run })
  const go = (hash: string): void => void navigate({ search: true, hash, resetScroll: false })
  return (
    <>
      <nav className="toc tabs hide-s" aria-label="Sections">
        {sections.map(({ id, label }) => (
          <a key={id} href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <div className="tocs only-s">
        <label className="sr" htmlFor="section">
          Section
        </label>
        <select id="section" className="input" value={current} onChange={({ target }) => go(target.value)}>
          {sections.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}
