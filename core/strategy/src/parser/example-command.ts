export const exampleCommand: string = 'AAPL-L-100% 2020-01-01 2023-01-01'

/** Says where nothing else can be said what a command looks like. */
export const exampleHelp: string = `a command is legs and a period, such as ${exampleCommand}`
