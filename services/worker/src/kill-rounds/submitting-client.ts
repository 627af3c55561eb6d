import { setTimeout as pause } from 'node:timers/promises'

export interface Order {
  key: string
  command: string
}

interface Answer {
  status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- replies of several shapes
  body: any
}

/** One account's client, as a careful one is written: an order that got no answer is repeated with its key. */
export class SubmittingClient {
  /** Ids that were answered for each key. */
  readonly answers = new Map<string, Set<string>>()
  /** How many orders got no answer and were repeated. */
  cutOff = 0
  readonly #credentials: { email: string; password: string }
  readonly #capital: number
  #url = ''
  #token = ''
  #unanswered: Order | null = null
  #orders = 0

  constructor(number: number) {
    this.#credentials = { email: `client-${number}@example.com`, password: 'seven geese fly south' }
    this.#capital = (number + 1) * 1_000_000
  }

  async register(url: string): Promise<void> {
    this.#url = url
    await this.#call('/auth/register', this.#credentials)
  }

  async signIn(url: string): Promise<void> {
    this.#url = url
    this.#token = ''
    const { body } = await this.#call('/auth/login', this.#credentials)
    this.#token = body.access_token
  }

  /** Submits until the server is gone. */
  async submitUntilCut(onAnswer: () => void): Promise<void> {
    for (;;) {
      const order = this.#unanswered ?? this.#order(this.#orders++)
      const isAnswered = await this.#submit(order).then(
        () => true,
        (fault: unknown) => {
          if (fault instanceof TypeError) return false
          throw fault
        },
      )
      if (!isAnswered) return
      onAnswer()
    }
  }

  /** Repeats the order that the last kill cut off, and then the latest that were answered. */
  async settle(): Promise<void> {
    if (this.#unanswered !== null) await this.#submit(this.#unanswered)
    for (let i = Math.max(0, this.#orders - 100); i < this.#orders; i++) await this.#submit(this.#order(i))
  }

  /** Rejects with what `fetch` throws, a TypeError, when the connection is cut. */
  async #submit(order: Order): Promise<void> {
    if (order === this.#unanswered) this.cutOff++
    this.#unanswered = order
    for (;;) {
      const { status, body } = await this.#call('/simulate', { command: order.command }, order.key)
      if (status === 202) {
        this.answers.set(order.key, (this.answers.get(order.key) ?? new Set()).add(body.task_id))
        this.#unanswered = null
        return
      }
      if (status !== 429 && status !== 503) throw new Error(`POST /simulate answered ${status}: ${JSON.stringify(body)}`)
      await pause(5)
    }
  }

  /** The task of every run in the history that is done, once none waits or runs any more. */
  async history(): Promise<string[]> {
    for (;;) {
      const runs = await this.#listed()
      const open = runs.filter(({ status }) => status === 'queued' || status === 'running')
      if (open.length === 0) return runs.filter(({ status }) => status === 'done').map(({ task_id: taskId }) => taskId)
      await pause(20)
    }
  }

  async #listed(): Promise<{ task_id: string; status: string }[]> {
    const runs: { task_id: string; status: string }[] = []
    for (let page = 1; ; page++) {
      const { body } = await this.#call(`/history/?status=all&page_size=100&page=${page}`)
      runs.push(...body.root)
      if (runs.length >= body.total || body.root.length === 0) return runs
    }
  }

  #order(number: number): Order {
    const command = `AAPL-L-50% MSFT-L-50% 2015 2022 rebalance=weekly capital=${this.#capital + number}`
    return { key: `order-${number}`, command }
  }

  async #call(path: string, json?: object, key?: string): Promise<Answer> {
    const reply = await fetch(`${this.#url}${path}`, {
      method: json === undefined ? 'GET' : 'POST',
      headers: {
        ...(this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
    return { status: reply.status, body: await reply.json() }
  }
}
