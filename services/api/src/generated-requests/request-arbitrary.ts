import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Components } from './json-schema.ts'
import { examplesOf } from './operations.ts'
import type { Operation, Parameter } from './operations.ts'
import { brokenArbitrary, hostileValue, schemaArbitrary } from './schema-arbitrary.ts'

export interface GeneratedRequest {
  operation: Operation
  /** Name of whoever asks. */
  caller: string
  /** With query. */
  url: string
  headers: Record<string, string>
  body: string | null
}

export interface RequestSources {
  operations: readonly Operation[]
  components: Components
  callers: readonly string[]
  /** Ids that exist, for parameters of that name. */
  knownIds: Readonly<Record<string, readonly string[]>>
}

/** Requests of all operations, half of them as documented, half of them not. */
export function requestArbitrary(sources: RequestSources): Arbitrary<GeneratedRequest> {
  return fc.oneof(...sources.operations.map((operation) => operationArbitrary(operation, sources)))
}

function operationArbitrary(operation: Operation, sources: RequestSources): Arbitrary<GeneratedRequest> {
  const { parameters = [] } = operation
  const extra = fc.tuple(fc.constantFrom('x', 'page', '__proto__', 'after'), writtenHostile)
  return fc
    .record({
      caller: fc.constantFrom(...sources.callers),
      values: fc.tuple(...parameters.map((parameter) => parameterArbitrary(parameter, sources))),
      extra: fc.oneof({ arbitrary: fc.constant(null), weight: 9 }, { arbitrary: extra, weight: 1 }),
      body: bodyArbitrary(operation, sources.components),
      type: fc.oneof({ arbitrary: fc.constant('application/json'), weight: 12 }, { arbitrary: strangeType, weight: 1 }),
    })
    .map(({ caller, values, extra: added, body, type }) => {
      const given = parameters.map((parameter, i) => ({ parameter, value: values[i] ?? null }))
      const headers = Object.fromEntries(given.flatMap(({ parameter, value }) => header(parameter, value)))
      const url = address(operation.path, { given, extra: added })
      return { operation, caller, url, body, headers: body === null ? headers : { ...headers, 'content-type': type } }
    })
}

const strangeType = fc.constantFrom(
  'text/plain',
  'application/json\ta',
  'application/xml',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
)
const writtenHostile = hostileValue.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))

function parameterArbitrary(
  { name, schema, required }: Parameter,
  { components, knownIds }: RequestSources,
): Arbitrary<string | null> {
  const fitting = schemaArbitrary(schema, components).map(String)
  const known = knownIds[name]
  const usual =
    known === undefined
      ? fitting
      : fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 3 }, { arbitrary: fitting, weight: 1 })
  const any = fc.oneof({ arbitrary: usual, weight: 3 }, { arbitrary: writtenHostile, weight: 1 })
  return required === true ? any : fc.option(any)
}

function bodyArbitrary({ requestBody }: Operation, components: Components): Arbitrary<string | null> {
  const media = requestBody?.content['application/json']
  if (media === undefined) return fc.constant(null)
  const examples = examplesOf(media).map((example) => fc.constant(example))
  const fitting = fc.oneof(schemaArbitrary(media.schema, components), ...examples)
  const text = fc
    .oneof(
      { arbitrary: fitting, weight: 3 },
      { arbitrary: brokenArbitrary(fitting), weight: 3 },
      { arbitrary: hostileValue, weight: 1 },
    )
    .map((value) => JSON.stringify(value) ?? '')
  const cut = text.map((json) => json.slice(0, json.length / 2))
  return fc.oneof({ arbitrary: text, weight: 12 }, { arbitrary: cut, weight: 1 })
}

interface Given {
  parameter: Parameter
  value: string | null
}

/** Nothing in place of an id would be the address of another route. */
function address(path: string, { given, extra }: { given: readonly Given[]; extra: [string, string] | null }): string {
  let filled = path
  const query: string[] = []
  for (const { parameter, value } of given) {
    if (parameter.in === 'path') filled = filled.replace(`{${parameter.name}}`, () => escaped(isSegment(value) ? value : '-'))
    else if (parameter.in === 'query' && value !== null) query.push(`${parameter.name}=${escaped(value)}`)
  }
  if (extra !== null) query.push(`${extra[0]}=${escaped(extra[1])}`)
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`
}

/** A dot alone would be another address to every client, half a pair cannot be written. */
function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed().slice(0, 2000)).replaceAll('.', '%2E')
}

/** What no header can hold would be refused by the client already. */
function header(parameter: Parameter, value: string | null): [string, string][] {
  if (parameter.in !== 'header' || value === null) return []
  return [[parameter.name, value.replaceAll(/[^\x20-\x7E]/g, '?').trim()]]
}

/** Every client drops these from an address, however they are written. */
function isSegment(value: string | null): value is string {
  return value !== null && !['', '.', '..'].includes(value)
}
