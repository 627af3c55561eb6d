/** Reserved words of Level 2: recognized, so that they can be refused by name. */
export const laterOptionKeys: readonly string[] = [
  'dead',
  'missing',
  'price',
  'div',
  'ccy',
  'net',
  'shares',
  'lag',
  'liquidate',
  'flow',
  'opt',
  'mc',
  'oos',
  'name',
]
