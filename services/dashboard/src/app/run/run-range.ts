/** The part of a run that is looked at, as positions in the dates of its series, both included. */
export interface RunRange {
  fromIndex: number
  toIndex: number
  isWhole: boolean
  /** In words: "2 Jan 2020 to 28 Dec 2022". */
  label: string
}
