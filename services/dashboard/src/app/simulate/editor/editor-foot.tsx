import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import '../../../ui/status.css'
import { useRunPage } from '../../use-run-page.ts'
import type { EditorStatus } from './editor-status.ts'

export interface EditorFootProps {
  status: EditorStatus
  runs: number
  /** Why Run waits although the text is right. */
  waitsBecause: string | undefined
  isSending: boolean
  onRun: () => void
}

const looks = {
  ready: { icon: 'done', tone: 'ok' },
  unfinished: { icon: 'edit', tone: 'off' },
  faulty: { icon: 'failed', tone: 'bad' },
} as const

/** How the text stands, and the one button. It never moves. */
export function EditorFoot({ status, runs, waitsBecause, isSending, onRun }: EditorFootProps) {
  const prepareRunPage = useRunPage()
  const { icon, tone } = looks[status.kind]
  const waits = status.kind === 'ready' ? waitsBecause : undefined
  const why = status.runDisabledBecause ?? waits
  const label = runs > 1 ? `Run ${runs} simulations` : 'Run simulation'
  return (
    <div className="foot">
      <span className={`status ${tone}`}>
        <Icon name={icon} />
        {status.word}
      </span>
      {/* A phone has no room for what is merely good to know. */}
      <span className={why === undefined ? 'hide-s' : 'why'} id="run-why">
        {waits ?? status.detail}
      </span>
      <Button
        look={why === undefined ? 'primary' : 'plain'}
        disabledBecause={isSending ? 'It is being sent.' : why}
        aria-describedby="run-why"
        onPointerEnter={prepareRunPage}
        onFocus={prepareRunPage}
        onClick={onRun}
      >
        {isSending ? 'Starting…' : label}
        <span className="kbd hide-s" aria-hidden="true">
          {isMac ? 'Cmd Enter' : 'Ctrl Enter'}
        </span>
      </Button>
    </div>
  )
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
