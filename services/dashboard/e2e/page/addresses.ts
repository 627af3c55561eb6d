import { exampleCommand } from '@portofino/contract'
import { pages } from '../../src/paths.ts'
import type { Person } from '../server/person.ts'

/** An address of every page that there is, with something to show. */
export async function everyAddress(person: Person): Promise<string[]> {
  const { taskId } = await person.simulated(exampleCommand)
  return Object.values(pages).map((path) => path.replace('$id', taskId))
}
