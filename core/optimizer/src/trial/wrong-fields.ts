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

/** The argument once for each object in it, at every depth, with a field that nobody knows; but what carries data may carry more. */
export function strangeFields(argument: unknown, path: string): WrongField[] {
  if (!isRecord(argument)) return []
  const isData = ['kind', 'lambdaFrom'].some((name) => name in argument)
  const here =
    Array.isArray(argument) || isData ? [] : [{ path: `${path}.strange`, value: 1, argument: { ...argument, strange: 1 } }]
  const within = Object.entries(argument).flatMap(([name, own]) =>
    strangeFields(own, `${path}.${name}`).map((wrong) => ({ ...wrong, argument: replaced(argument, name, wrong.argument) })),
  )
  return [...here, ...within]
}

/** The argument once for each of its fields, at every depth, without that field. */
export function fieldsLeftOut(argument: unknown, path: string): WrongField[] {
  if (!isRecord(argument)) return []
  return Object.entries(argument).flatMap(([name, own]) => {
    const at = `${path}.${name}`
    const { [name]: _, ...rest } = argument
    const here = Array.isArray(argument) ? [] : [{ path: at, value: undefined, argument: rest }]
    const within = fieldsLeftOut(own, at).map((wrong) => ({ ...wrong, argument: replaced(argument, name, wrong.argument) }))
    return [...here, ...within]
  })
}

/** The argument once for each of its fields, at every depth, and each value of another type than the field's own. */
export function wrongFields(argument: unknown, path: string): WrongField[] {
  if (!isRecord(argument)) return []
  return Object.entries(argument).flatMap(([name, own]) => {
    const at = `${path}.${name}`
    const here = wrongValues
      .filter((value) => Number.isNaN(value) || typeof value !== typeof own || isRecord(own) !== isRecord(value))
      .concat(Array.isArray(own) ? [{}] : [])
      .map((value) => ({ path: at, value, argument: replaced(argument, name, value) }))
    const within = wrongFields(own, at).map((wrong) => ({ ...wrong, argument: replaced(argument, name, wrong.argument) }))
    return [...here, ...within]
  })
}
