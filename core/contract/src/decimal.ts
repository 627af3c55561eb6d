import { z } from 'zod'

/** A whole number as an address holds it: decimal digits, no sign, no other notation. */
export function decimal({ low, high }: { low: number; high: number }) {
  const wrongType = 'must be a whole number of at most nine decimal digits'
  const number = z
    .int({ error: ({ code }) => (code === 'invalid_type' ? wrongType : undefined) })
    .min(low)
    .max(high)
  return z.preprocess((given) => (typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : given), number)
}
