/** Values that JavaScript can put in the place of any field; `undefined` is not among them, where it is left out. For tests. */
export const wrongValues: readonly unknown[] = [
  null,
  5,
  'x',
  true,
  Number.NaN,
  7n,
  [],
  {},
  Symbol('x'),
  Object.create(null),
  () => 1,
  Object.create({ toString: null, valueOf: null }),
]

export interface WrongField {
  /** `problem.bounds.lower` */
  path: string
  value: unknown
  /** The argument with the value in the place of the field. */
  argument: unknown
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
}

function replaced(holder: Record<string, unknown>, name: string, value: unknown): unknown {
  return Array.isArray(holder) ? holder.with(Number(name), value) : { ...holder, [name]: value }
}

/** The argument once for each change to an object in it, at every depth. */
function changedAt(
  argument: unknown,
  path: string,
  changesOf: (holder: Record<string, unknown>, path: string) => readonly WrongField[],
): WrongField[] {
  if (!isRecord(argument)) return []
  const within = Object.entries(argument).flatMap(([name, own]) =>
    changedAt(own, `${path}.${name}`, changesOf).map((wrong) => ({
      ...wrong,
      argument: replaced(argument, name, wrong.argument),
    })),
  )
  return [...changesOf(argument, path), ...within]
}

/** The argument once for each object in it, at every depth, with a field that nobody knows; but what carries data may carry more. */
export function strangeFields(argument: unknown, path: string): WrongField[] {
  return changedAt(argument, path, (holder, place) => {
    const isData = ['kind', 'lambdaFrom'].some((name) => name in holder)
    if (Array.isArray(holder) || isData) return []
    return [{ path: `${place}.strange`, value: 1, argument: { ...holder, strange: 1 } }]
  })
}

/** The argument once for each of its fields, at every depth, without that field. */
export function fieldsLeftOut(argument: unknown, path: string): WrongField[] {
  return changedAt(argument, path, (holder, place) => {
    if (Array.isArray(holder)) return []
    return Object.keys(holder).map((name) => {
      const { [name]: _, ...rest } = holder
      return { path: `${place}.${name}`, value: undefined, argument: rest }
    })
  })
}

/** The argument once for each of its fields, at every depth, and each value of another type than the field's own. */
export function wrongFields(argument: unknown, path: string): WrongField[] {
  return changedAt(argument, path, (holder, place) =>
    Object.entries(holder).flatMap(([name, own]) =>
      wrongValues
        .filter((value) => Number.isNaN(value) || typeof value !== typeof own || isRecord(own) !== isRecord(value))
        .concat(Array.isArray(own) ? [{}] : [])
        .map((value) => ({ path: `${place}.${name}`, value, argument: replaced(holder, name, value) })),
    ),
  )
}
