import { OptimizerInputError, placeName } from '../input-error.ts'

/** What is told without what was got: nothing, or a field that should not be there. */
const withoutGot: readonly string[] = ['missing_field', 'unknown_field']

/** What a message lacks of the one form that all have, the place, what must be, and what is instead; null where it lacks nothing. */
export function lackingForm({ code, field, message, ...where }: OptimizerInputError): string | null {
  const [index, asset] = [where.index ?? undefined, where.asset ?? undefined]
  const [place = '', ...rules] = message.split(' must ')
  const places = [field, placeName({ field, index }), placeName({ field, asset })]
  const lacking = {
    'its place at the beginning': !places.includes(place) && !place.startsWith(`${places[2]} and `),
    'what must be': rules.length === 0,
    'the asset': !message.includes(asset ?? ''),
    'what it got': !withoutGot.includes(code) && !/, got \S/.test(message),
    'an end': /[.;:,\s]$/.test(message),
  }
  const first = Object.entries(lacking).find(([, isLacking]) => isLacking)
  return first === undefined ? null : `"${message}" lacks ${first[0]}`
}

/** The words in which what is asked is refused, and what they lack of the one form; null where it is not refused. */
export function refusalOf(asked: () => unknown): { message: string; lacks: string | null } | null {
  try {
    asked()
  } catch (error) {
    if (error instanceof OptimizerInputError) return { message: error.message, lacks: lackingForm(error) }
    throw error
  }
  return null
}
