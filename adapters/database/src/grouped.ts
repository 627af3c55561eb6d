import { DatabaseError } from './database-error.ts'

/** Does the work of several items at once, in one transaction: all of it or none. One answer an item, in their order. */
export type GroupWork<Scope, Item, Answer> = (scope: Scope, items: readonly Item[]) => Promise<readonly Answer[]>

interface Waiting<Item, Answer> {
  item: Item
  resolve: (answer: Answer) => void
  reject: (fault: unknown) => void
}

interface Desk<Item, Answer> {
  waiting: Waiting<Item, Answer>[]
  underWay: number
}

/** So many at most: a transaction must not hold its rows for long. */
const mostAtOnce = 100

/**
 * Items of one moment share one transaction, and with it the way to the server and the wait for the disk. Nobody waits for others to come: while
 * one group is written, the next one gathers. Each item is answered after the commit. One that the server refuses does not spoil the rest: then
 * each is tried alone. When the server is away, nobody knows what became of the group, and all are told so.
 *
 * @param options.groups so many may be under way for one scope, such as a database. One for writes; for reads a few, so that a statement that
 * is stuck does not hold up all that come later
 */
export function grouped<Scope extends object, Item, Answer>(
  work: GroupWork<Scope, Item, Answer>,
  { groups = 1 }: { groups?: number } = {},
): (scope: Scope, item: Item) => Promise<Answer> {
  const desks = new WeakMap<Scope, Desk<Item, Answer>>()

  async function workOff(scope: Scope, desk: Desk<Item, Answer>): Promise<void> {
    while (desk.waiting.length > 0) await settle(desk.waiting.splice(0, mostAtOnce), async (items) => work(scope, items))
    desk.underWay--
  }

  return async (scope, item) => {
    const desk = desks.get(scope) ?? { waiting: [], underWay: 0 }
    desks.set(scope, desk)
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    desk.waiting.push({ item, resolve, reject })
    if (desk.underWay < groups) {
      desk.underWay++
      setImmediate(() => void workOff(scope, desk))
    }
    return promise
  }
}

async function settle<Item, Answer>(
  group: readonly Waiting<Item, Answer>[],
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
): Promise<void> {
  try {
    const answers = await work(group.map(({ item }) => item))
    group.forEach(({ resolve }, place) => resolve(answers[place]!))
  } catch (fault) {
    if (group.length === 1 || fault instanceof DatabaseError) for (const { reject } of group) reject(fault)
    else for (const single of group) await settle([single], work)
  }
}
