/** The line, from 1, of the first character that makes a text no JSON; the last line when it merely ends too early. */
export function jsonFaultLine(text: string): number {
  const lines = text.split('\n')
  let [good, bad] = [0, lines.length]
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1
    if (canGoOn(lines.slice(0, middle).join('\n'))) good = middle
    else bad = middle
  }
  return bad
}

/** Whether what is wrong with the beginning of a text is only that it ends. */
function canGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return true
  } catch (fault) {
    const message = String(fault)
    const position = /at position (\d+)/.exec(message)?.[1]
    if (position !== undefined) return Number(position) >= beginning.trimEnd().length
    return message.includes('Unexpected end')
  }
}
