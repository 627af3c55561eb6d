import type { Locator, Page } from '@playwright/test'

/** The parts of Simulate, by the names that people hear and read. */
export const simulateScreen = (page: Page) => ({
  command: page.getByLabel('Command', { exact: true }),
  run: page.getByRole('button', { name: 'Run simulation' }),
  faults: page.getByRole('list', { name: 'Faults' }).locator('.faultrow:not(.aside)'),
  goTo: (number: number) => page.getByRole('button', { name: `Go to fault ${number}`, exact: true }),
})

/** What is selected of a text field. */
export async function selectedText(field: Locator): Promise<string> {
  return field.evaluate((element) => {
    const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement
    return value.slice(selectionStart, selectionEnd)
  })
}
