/** Of a task's long id, enough to tell it from others. */
export function shortened(id: string): string {
  return id.length > 12 ? id.slice(0, 8) : id
}
