import type { HttpLine } from './http-line.ts'
import { openLine } from './http-line.ts'

/** Somebody signed in, with a connection of their own. */
export interface Person extends Disposable {
  token: string
  line: HttpLine
}

/** Guests of the server: signing them in costs no password hash. */
export async function newPeople(url: string, count: number): Promise<Person[]> {
  const people: Person[] = []
  for (let i = 0; i < count; i++) {
    const line = await openLine(url)
    const { access_token: token } = answered(await line.send({ method: 'POST', path: '/auth/guest', json: {} }), 200)
    people.push({ token, line, [Symbol.dispose]: () => line[Symbol.dispose]() })
  }
  return people
}

/** The parsed body of a reply that must have this status. */
// oxlint-disable-next-line typescript/no-explicit-any -- the bench reads single fields of answers of many shapes
export function answered({ status, body }: { status: number; body: string }, expected: number): any {
  if (status !== expected) throw new Error(`Cannot benchmark: the answer must be ${expected}, got ${status} ${body}`)
  return JSON.parse(body)
}
