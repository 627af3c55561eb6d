import type { Rolldown } from 'vite'

/** Large modules are not worth loading where nothing uses them: they stay with the screens that do. */
const mostBytes = 20_000

/**
 * Three files of code a page: what every page begins with, what screens have in common, the screen. A browser asks for six at a time, and
 * each turn costs a round trip; whoever goes on to another screen lacks that alone.
 */
export const fewFiles: Rolldown.CodeSplittingOptions = {
  groups: [
    { name: 'frame', tags: ['$initial'] },
    { name: 'parts', minShareCount: 2, maxModuleSize: mostBytes },
  ],
}
