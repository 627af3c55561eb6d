import { exampleCommand } from '@portofino/contract'
import { expect, testOn } from '../test.ts'

/** Stands for the browser's notifications, and for a tab that is not looked at. */
const watched = `
  window.told = []
  window.Notification = class {
    static permission = 'granted'
    constructor(title, { body }) { window.told.push(body); this.body = body }
    close() { window.told.push('closed') }
  }
  Object.defineProperty(document, 'hidden', { get: () => true })
  localStorage.setItem('portofino.settings', JSON.stringify({ notifications: true }))
`

testOn({ WORKERS: 'none' })(
  'who looks elsewhere is told once of the end of a run, whatever it is',
  async ({ page, person, context }) => {
    await context.addInitScript(watched)
    const { task_id: taskId } = await person.json<{ task_id: string }>('POST', '/simulate', { command: exampleCommand })
    await page.goto(`/simulations/${taskId}`)
    await expect(page.getByRole('progressbar')).toBeVisible()
    await person.call('POST', `/tasks/${taskId}/cancel`, {})
    await expect(page.getByText('Canceled').first()).toBeVisible()
    await expect.poll(async () => page.evaluate<string[]>('window.told')).toHaveLength(1)
    expect(await page.evaluate<string[]>('window.told')).toEqual([expect.stringMatching(/ was canceled\.$/)])
  },
)
