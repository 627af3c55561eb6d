import type { FastifyInstance } from 'fastify'

/** While the server stops, each reply ends its connection: one that stayed open for the next request would keep the process. */
export function closeAfterReplies(app: FastifyInstance): void {
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close')
  })
}
