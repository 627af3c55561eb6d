import type { ReactNode } from 'react'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Section } from '../../ui/section.tsx'
import './sections.css'
import { Icon } from '../../ui/icon.tsx'
import { useIsPrinting } from '../../ui/chart/printing.ts'
import { phones, useMedia } from '../../ui/use-media.ts'
import { useRunView } from './use-run-view.ts'
import type { RunRange } from './period/run-range.ts'

interface RunSectionProps {
  id: string
  title: string
  sentence: ReactNode
  links: ReactNode
  /** On phones it is folded until it is asked for. */
  folds?: boolean
  /** Given where the figures are those of the range. */
  range?: RunRange
  /** Its parts belong together. */
  isClose?: boolean
  /** Not drawn while it is folded. */
  children: ReactNode
}

/** A part of the tearsheet: beside it what it is, what it says, and its numbers to take away. */
export function RunSection(section: RunSectionProps) {
  const { id, title, sentence, links, range, folds = false, isClose = false, children } = section
  const [isOpen, setIsOpen] = useOpen(id, folds)
  return (
    <Section
      {...{ id, title }}
      className={folds ? (isOpen ? 'fold open' : 'fold') : ''}
      summary={sentence}
      button={folds && <FoldButton {...{ title, isOpen, setIsOpen }} />}
      links={
        <>
          {range !== undefined && !range.isWhole && <OfRange range={range} />}
          <div className="links">{links}</div>
        </>
      }
      bodyClass={isClose ? 'close' : ''}
    >
      {isOpen ? children : null}
    </Section>
  )
}

function FoldButton({ title, isOpen, setIsOpen }: { title: string; isOpen: boolean; setIsOpen: (isOpen: boolean) => void }) {
  return (
    <button type="button" className="btn quiet sm foldb only-s" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
      {isOpen ? 'Hide' : 'Show'}
      <span className="sr"> {title}</span>
      <Icon name="chevron-down" />
    </button>
  )
}

function OfRange({ range }: { range: RunRange }) {
  const { change } = useRunView()
  return (
    <p className="of-range">
      Of the range {range.label} alone.{' '}
      <button type="button" className="textlink" onClick={() => change({ range: undefined })}>
        Show the whole run
      </button>
    </p>
  )
}

/** Open but on phones, where a touch or a link to the section opens it. All is open on paper. */
function useOpen(id: string, folds: boolean): [boolean, (isOpen: boolean) => void] {
  const hash = useLocation({ select: (location) => location.hash })
  const [isOpen, setIsOpen] = useState(hash === id)
  const isPhone = useMedia(phones)
  const isPrinting = useIsPrinting()
  useEffect(() => {
    if (hash === id) setIsOpen(true)
  }, [hash, id])
  return [!folds || !isPhone || isOpen || isPrinting, setIsOpen]
}
