import { randomUUID } from 'node:crypto'
import { exampleCommand } from '@portofino/contract'
import { refusedCall } from '../page/browser-lines.ts'
import { newPerson } from '../server/person.ts'
import { expect, test, testOn } from '../test.ts'

test('a run of somebody else is not found: on its page, by its socket, as a download', async ({
  page,
  person,
  server,
  quiet,
}) => {
  quiet.allow(refusedCall)
  const { id, taskId } = await (await newPerson(server)).simulated(exampleCommand)
  for (const address of [`/simulations/${taskId}`, `/simulations/${id}`]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/^There is no run/)
  }
  for (const [method, path, body] of [
    ['GET', `/history/${id}/series`],
    ['GET', `/history/${id}/trades`],
    ['GET', `/tasks/${taskId}`],
    ['POST', '/report', { simulation_id: id }],
    ['DELETE', `/history/${id}`],
  ] as const)
    await expect(person.call(method, path, body)).rejects.toThrow(/answers 404/)
  expect(await closeCode(server.url, taskId, await person.ticket())).toBe(4404)
})

test('a deleted run and one that never was are not found, with a way on', async ({ page, person, quiet }) => {
  quiet.allow(refusedCall)
  const { id, taskId } = await person.simulated(exampleCommand)
  await person.call('DELETE', `/history/${id}`)
  for (const gone of [taskId, randomUUID(), '987654321', 'nothing']) {
    await page.goto(`/simulations/${gone}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/^There is no run/)
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
  }
})

testOn({ WORKERS: 'none' })(
  'a run that is deleted elsewhere while it waits is gone here too',
  async ({ page, person, context, quiet }) => {
    quiet.allow(refusedCall, /ERR_INTERNET_DISCONNECTED/)
    await page.routeWebSocket(/\/ws\//, (socket) => void socket.close())
    const accepted = await person.json<{ simulation_id: number; task_id: string }>('POST', '/simulate', {
      command: exampleCommand,
    })
    await page.goto(`/simulations/${accepted.task_id}`)
    await expect(page.getByRole('progressbar')).toBeVisible()
    await context.setOffline(true)
    await person.call('POST', `/tasks/${accepted.task_id}/cancel`, {})
    await person.call('DELETE', `/history/${accepted.simulation_id}`)
    await context.setOffline(false)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/^There is no run/, { timeout: 20_000 })
  },
)

async function closeCode(url: string, taskId: string, ticket: string): Promise<number> {
  const address = `${url.replace('http', 'ws')}/ws/simulations/${taskId}`
  const socket = new WebSocket(address, ['portofino.v1', `ticket.${ticket}`])
  return new Promise((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)))
}
