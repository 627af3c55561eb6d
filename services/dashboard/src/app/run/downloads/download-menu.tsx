import type { ReactNode } from 'react'
import type { HistoryEntry, RunResult, RunSeries } from '../../../api/queries.ts'
import { useScreenCommands } from '../../../commands/screen-commands.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { IconName } from '../../../ui/icon-shapes.ts'
import { Menu, MenuItem } from '../../../ui/menu.tsx'
import { counted } from '../../../format.ts'
import { saveText } from '../../../files/save-text.ts'
import { told } from '../../../problems.ts'
import { fileName, seriesCsv } from './run-files.ts'
import { useJsonFile } from './use-json-file.ts'
import { useWorkbook } from './use-workbook.ts'
import type { WorkbookState } from './use-workbook.ts'

export interface DownloadMenuProps {
  run: HistoryEntry
  result: RunResult
  /** Undefined while they are loaded. */
  series: RunSeries | undefined
}

/** The run as files. What takes time says how far it is, and stays in work while the menu is closed. */
export function DownloadMenu({ run, result, series }: DownloadMenuProps) {
  const { period, legs } = result
  const nameOf = (ending: string): string => fileName(run, period, { ending })
  const workbook = useWorkbook(run.id, nameOf('xlsx'))
  const json = useJsonFile(run, nameOf('json'))
  useScreenCommands([{ does: 'Download the report of this run', note: 'XLSX', icon: 'download', act: workbook.prepare }])
  const isPreparing = workbook.state.kind === 'preparing'
  const waits = series === undefined ? 'waits for the daily values' : null
  const saveCsv = (): void => {
    if (series === undefined) return
    const text = seriesCsv(series, legs, { fromIndex: 0, toIndex: series.dates.length - 1 })
    saveText(nameOf('csv'), text)
  }
  const trigger = (
    <Button icon={isPreparing ? 'running' : 'download'}>
      Download
      <Icon name="chevron-down" />
    </Button>
  )
  return (
    <>
      <Menu trigger={trigger}>
        <WorkbookItem {...workbook} name={nameOf('xlsx')} />
        <FileItem
          title="CSV"
          note={waits ?? `${nameOf('csv')} · ${counted(series!.dates.length, 'row')}`}
          end="Save"
          onClick={saveCsv}
        />
        <JsonItem {...json} />
        <FileItem
          icon="print"
          title="PDF"
          note="prints the page; choose “Save as PDF”"
          end="Print"
          onClick={() => setTimeout(() => print())}
        />
      </Menu>
      <span className="sr" role="status">
        {spoken(workbook.state)} {spokenJson(json)}
      </span>
    </>
  )
}

function spoken(state: WorkbookState): string {
  if (state.kind === 'preparing') return 'The XLSX report is being prepared'
  if (state.kind === 'ready') return 'The XLSX report is saved'
  return state.kind === 'failed' ? `The XLSX report was not built: ${state.detail}` : ''
}

function spokenJson({ isLoading, error }: Pick<ReturnType<typeof useJsonFile>, 'isLoading' | 'error'>): string {
  if (isLoading) return 'The JSON file is being loaded'
  return error === null ? '' : `The JSON file was not loaded: ${told(error).detail}`
}

function JsonItem({ save, isLoading, error }: ReturnType<typeof useJsonFile>) {
  const note = 'every series, metric and trade, full precision'
  if (isLoading) return <FileItem icon="running" title="JSON: loading" note={note} end="Loading" isStaying />
  if (error === null) return <FileItem title="JSON" note={note} end="Save" isStaying onClick={save} />
  return <FileItem icon="failed" isBad title="JSON: not loaded" note={told(error).detail} end="Retry" isStaying onClick={save} />
}

function WorkbookItem({ state, prepare, name }: ReturnType<typeof useWorkbook> & { name: string }) {
  if (state.kind === 'preparing') {
    return <FileItem icon="running" title="XLSX report: preparing" note={name} end={`${state.percent}%`} isStaying />
  }
  if (state.kind === 'failed') {
    const request = state.requestId === null ? '' : ` Request ${state.requestId.slice(0, 8)}`
    return (
      <FileItem
        icon="failed"
        isBad
        title="XLSX report: not built"
        note={`${state.detail} The run itself is safe.${request}`}
        end="Retry"
        isStaying
        onClick={prepare}
      />
    )
  }
  const isReady = state.kind === 'ready'
  return (
    <FileItem
      icon={isReady ? 'done' : 'file'}
      title={isReady ? 'XLSX report: saved' : 'XLSX report'}
      note={name}
      end={isReady ? 'Save again' : 'Prepare'}
      isStaying
      onClick={prepare}
    />
  )
}

interface FileItemProps {
  icon?: IconName
  title: string
  note: ReactNode
  /** What choosing it does. */
  end: string
  isBad?: boolean
  /** The menu stays open, to show what becomes of it. */
  isStaying?: boolean
  onClick?: () => void
}

function FileItem({ icon = 'file', title, note, end, isBad = false, isStaying = false, onClick }: FileItemProps) {
  return (
    <MenuItem className={isBad ? 'it bad' : 'it'} closeOnClick={!isStaying} onClick={onClick}>
      <Icon name={icon} />
      <div>
        <b>{title}</b>
        <small>{note}</small>
      </div>
      <span className="small end">{end}</span>
    </MenuItem>
  )
}
