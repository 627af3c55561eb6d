/** The benchmark's label where it fits; a basket's list of legs rarely does. */
export function benchmarkName(label: string, room: number): string {
  return label.length <= room ? label : 'benchmark'.slice(0, room)
}
