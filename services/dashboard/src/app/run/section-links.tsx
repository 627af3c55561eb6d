import { csvText } from '../../files/csv-text.ts'
import { saveText } from '../../files/save-text.ts'
import { fileName } from './downloads/run-files.ts'
import type { TearsheetView } from './tearsheet-view.ts'

export interface SectionTable {
  /** Part of the file's name: "months". */
  name: string
  head: readonly string[]
  rows: readonly (readonly (string | number | boolean | null)[])[]
}

export interface SectionLinksProps {
  view: Pick<TearsheetView, 'run'> & { range: { from: string; to: string } }
  csv: () => SectionTable
  /** Shown where the section has charts. */
  isTableOpen?: boolean
  onTable?: () => void
}

/** The numbers of a section: as a file, and as tables below its charts. */
export function SectionLinks({ view, csv, isTableOpen, onTable }: SectionLinksProps) {
  const save = (): void => {
    const { name, head, rows } = csv()
    saveText(fileName(view.run, view.range, { ending: 'csv', table: name }), csvText(head, rows))
  }
  return (
    <>
      <button type="button" className="textlink" onClick={save}>
        CSV
      </button>
      {onTable !== undefined && (
        <button type="button" className="textlink" aria-expanded={isTableOpen} onClick={onTable}>
          {isTableOpen ? 'Hide table' : 'Table'}
        </button>
      )}
    </>
  )
}
