export interface Shortcut {
  does: string
  /** Alternatives and sequences as they are written on caps. */
  caps: readonly string[]
}

/** Every shortcut, grouped by where it works: what the list of `?` shows. */
export const shortcuts: Readonly<Record<string, readonly Shortcut[]>> = {
  Everywhere: [
    { does: 'Commands', caps: ['Ctrl', 'K'] },
    { does: 'Write a command', caps: ['/'] },
    { does: 'This list', caps: ['?'] },
    { does: 'Close, cancel', caps: ['Esc'] },
  ],
  'Go to': [
    { does: 'Simulate', caps: ['g', 's'] },
    { does: 'Runs', caps: ['g', 'r'] },
  ],
  Editor: [
    { does: 'Run', caps: ['Ctrl', 'Enter'] },
    { does: 'Open the list', caps: ['Ctrl', 'Space'] },
    { does: 'Leave the editor', caps: ['Tab'] },
  ],
  Lists: [
    { does: 'Next, previous', caps: ['j', 'k'] },
    { does: 'Open', caps: ['Enter'] },
    { does: 'Select', caps: ['x'] },
  ],
  Charts: [
    { does: 'Earlier, later', caps: ['[', ']'] },
    { does: 'Whole period', caps: ['0'] },
    { does: 'Linear or log', caps: ['l'] },
    { does: 'As a table', caps: ['t'] },
    { does: 'One day', caps: ['Left', 'Right'] },
    { does: '21 days', caps: ['Page Up', 'Page Down'] },
    { does: 'Ends', caps: ['Home', 'End'] },
  ],
}
