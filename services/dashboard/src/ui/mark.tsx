/** The sign of PortoFino: a harbor, open to one side. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M20.2 7.6A9.6 9.6 0 1 0 21.6 12" fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="12.6" cy="11.6" r="3" fill="currentColor" />
    </svg>
  )
}
