import type { AnyRouter } from '@tanstack/react-router'
import { pages } from '../paths.ts'

/** Goes to the command and sets the cursor at its end. */
export async function toCommand(router: AnyRouter): Promise<void> {
  await router.navigate({ to: pages.simulate })
  requestAnimationFrame(() => {
    const editor = document.querySelector<HTMLTextAreaElement>('#main textarea')
    editor?.focus()
    editor?.setSelectionRange(editor.value.length, editor.value.length)
  })
}
