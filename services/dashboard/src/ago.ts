const units = [
  { ms: 86_400_000, one: 'day', many: 'days' },
  { ms: 3_600_000, one: 'h', many: 'h' },
  { ms: 60_000, one: 'min', many: 'min' },
] as const

/** `40 min ago`, `2 days ago`; stands only beside the moment itself. */
export function ago(iso: string, now: number): string {
  const passed = now - Date.parse(iso)
  const unit = units.find(({ ms }) => passed >= ms)
  if (unit === undefined) return 'now'
  const many = Math.floor(passed / unit.ms)
  return `${many} ${many === 1 ? unit.one : unit.many} ago`
}
