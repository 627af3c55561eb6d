export interface Shortcut {
  does: string
  /** Alternatives and sequences as they are written on caps. */
  caps: readonly string[]
  /** Where there is room for it. */
  more?: string
}

/** Every shortcut, grouped by where it works: what the list of `?` shows. */
export const shortcuts = {
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
    { does: 'Run', caps: ['Ctrl', 'Enter'], more: '(on a Mac: Cmd Enter)' },
    {
      does: 'Open the list',
      caps: ['Ctrl', 'Space'],
      more: 'of what may come next, as Alt Down does; arrows and Enter choose, Esc closes',
    },
    { does: 'Explain the word', caps: ['F1'], more: 'at the caret, as Alt Up does and pointing at it' },
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
} satisfies Readonly<Record<string, readonly Shortcut[]>>
