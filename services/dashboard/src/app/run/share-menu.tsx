import { editorLink } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.ts'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { useCopy } from '../../ui/use-copy.ts'

/** Longer addresses do not survive every program that they pass through. */
const longestAddress = 8192

/** Links to the command, for anyone, and to this view, for its owner. Phones have room for the sign of the button only. */
export function ShareMenu({ command }: { command: string }) {
  const { outcome, copy } = useCopy()
  const answer = outcome === 'copied' ? 'Link copied' : outcome === 'failed' ? 'The browser refused to copy' : null
  const trigger = (
    <Button look="quiet" icon={outcome === 'copied' ? 'check' : 'share'} className="share" aria-label={answer ?? 'Share'}>
      <span className="hide-s">{answer ?? 'Share'}</span>
    </Button>
  )
  return (
    <>
      <Menu trigger={trigger}>
        <LinkItem
          icon="link"
          title="Copy link for anyone"
          note="opens this command in the editor, where anyone who reaches this server can run it"
          address={`${location.origin}${editorLink(command)}`}
          copy={copy}
        />
        <LinkItem
          icon="key"
          title="Copy link to this view"
          note="opens this run with its range; only you, when signed in"
          address={location.href}
          copy={copy}
        />
      </Menu>
      <span className="sr" role="status">
        {answer}
      </span>
    </>
  )
}

interface LinkItemProps {
  icon: IconName
  title: string
  /** What the link does, and for whom. */
  note: string
  address: string
  copy: (text: string) => void
}

function LinkItem({ icon, title, note, address, copy }: LinkItemProps) {
  const isTooLong = address.length > longestAddress
  return (
    <MenuItem className="it" aria-disabled={isTooLong || undefined} onClick={() => isTooLong || copy(address)}>
      <Icon name={icon} />
      <div>
        <b>{title}</b>
        <small>{isTooLong ? 'longer than 8 KiB, which many programs cut off' : note}</small>
      </div>
    </MenuItem>
  )
}
