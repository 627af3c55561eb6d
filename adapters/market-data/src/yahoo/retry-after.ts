/**
 * Milliseconds that a `Retry-After` header asks to wait: it holds seconds or an HTTP date. Null when there is none or it cannot be read;
 * 0 for a date in the past.
 *
 * Source: RFC 9110, sections 10.2.3 and 5.6.7.
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const moment = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(moment) ? null : Math.max(0, moment - now)
}
