import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { pages } from '../../paths.ts'
import '../../ui/segmented.css'

const sections = [
  { id: 'overview', label: 'Overview' },
  { id: 'returns', label: 'Returns' },
  { id: 'rolling', label: 'Rolling' },
  { id: 'risk', label: 'Risk' },
  { id: 'holdings', label: 'Holdings' },
  { id: 'method', label: 'Method' },
] as const

type SectionId = (typeof sections)[number]['id']

/** The way to the parts of the page. It stays in sight; phones choose from a list. */
export function SectionTabs() {
  const current = useCurrentSection()
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

/** The section that is being read: the last one that has come up to the head of the window. */
function useCurrentSection(): SectionId {
  const [current, setCurrent] = useState<SectionId>('overview')
  useEffect(() => {
    const look = (): void => {
      const line = innerHeight * 0.3
      const read = sections.findLast(
        ({ id }) => (document.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) < line,
      )
      setCurrent(read?.id ?? 'overview')
    }
    addEventListener('scroll', look, { passive: true })
    look()
    return () => removeEventListener('scroll', look)
  }, [])
  return current
}
