import { counted } from '../../../format.ts'
import { Button } from '../../../ui/button.tsx'
import { CommandText } from '../../../ui/command-text.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { JudgedCommand } from '../faults/judged-commands.ts'

export interface RunsDialogProps {
  open: boolean
  commands: readonly JudgedCommand[]
  onClose: () => void
  onRun: () => void
}

/** Several lines are several runs: asked first. */
export function RunsDialog({ open, commands, onClose, onRun }: RunsDialogProps) {
  const faulty = commands.filter(({ program, faults }) => program === null || faults.some(({ severity }) => severity === 'error'))
  const why = faulty.length > 0 ? `${counted(faulty.length, 'line has', 'lines have')} faults` : undefined
  return (
    <Dialog open={open} onClose={onClose} title={`Run ${counted(commands.length, 'simulation')}?`} look="wide">
      <p>Each line is a portfolio and becomes a run of its own. They stand beside each other in your runs.</p>
      <ol className="runlist">
        {commands.map((command) => (
          <li key={command.start}>
            <Icon name={faulty.includes(command) ? 'failed' : 'done'} />
            <span>
              <CommandText command={command.text} />
              {faulty.includes(command) && <span className="fl small">{command.faults[0]?.message ?? 'It is not finished'}</span>}
            </span>
          </li>
        ))}
      </ol>
      <div className="btns">
        <Button data-autofocus="" onClick={onClose}>
          Back to the text
        </Button>
        <Button look="primary" disabledBecause={why} onClick={onRun}>
          Run {counted(commands.length, 'simulation')}
        </Button>
      </div>
    </Dialog>
  )
}
