/** SIGHUP says that the terminal was closed. */
const stopping = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Aborted by the first signal that asks the process to stop. A second one, of any kind, meets no handler and kills. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController()
  const onSignal = (): void => {
    for (const signal of stopping) process.off(signal, onSignal)
    stop.abort()
  }
  for (const signal of stopping) process.on(signal, onSignal)
  return stop.signal
}
