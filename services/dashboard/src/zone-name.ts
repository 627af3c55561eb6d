/** `Rome (CET)` of `Europe/Rome`: a zone as people call it, the device's for null, with its present abbreviation. */
export function zoneName(zone: string | null, now = new Date()): string {
  const { timeZone } = new Intl.DateTimeFormat('en-GB', zone === null ? {} : { timeZone: zone }).resolvedOptions()
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' }).formatToParts(now)
  const short = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const place = timeZone.split('/').at(-1)!.replaceAll('_', ' ')
  return short === '' || short === place ? place : `${place} (${short})`
}
