// Runs before the first paint, so that a chosen theme never flashes the other one.
try {
  const { theme, gain } = JSON.parse(localStorage.getItem('portofino.settings') ?? '{}')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  if (gain === 'green') document.documentElement.dataset.gain = 'green'
} catch {
  // Storage that is closed to us, or holds something else: the system's theme it is.
}
