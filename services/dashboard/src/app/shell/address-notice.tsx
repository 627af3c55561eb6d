import { useState } from 'react'
import { searchText, unreadParts } from '../../paths.ts'
import { Banner } from '../../ui/panel.tsx'

// Read before the router, which cleans the address.
const asked = { path: location.pathname, parts: unreadParts(location.pathname, searchText.parse(location.search)) }

/** Says what of the address that the page was opened by it does not have. */
export function AddressNotice() {
  const [isSeen, setSeen] = useState(false)
  if (isSeen || asked.parts.length === 0 || asked.path !== location.pathname) return null
  return (
    <Banner icon="info">
      <b>The address asks for “{asked.parts.join(', ')}”, which this page does not have.</b> The rest of it is shown as usual.{' '}
      <button type="button" className="textlink" onClick={() => setSeen(true)}>
        Dismiss
      </button>
    </Banner>
  )
}
