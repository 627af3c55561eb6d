/** Which keys do what here. */
export function Foot() {
  return (
    <div className="foot" aria-hidden="true">
      <span>
        <kbd className="kbd">Enter</kbd> opens
      </span>
      <span>
        <kbd className="kbd">Ctrl</kbd> <kbd className="kbd">Enter</kbd> in a new tab
      </span>
      <span>
        <kbd className="kbd">Esc</kbd> closes
      </span>
      <span className="end">
        <kbd className="kbd">?</kbd> shortcuts
      </span>
    </div>
  )
}
