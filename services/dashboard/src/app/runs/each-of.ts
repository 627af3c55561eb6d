/** What became of doing the same to several. */
interface EachEnd<Subject> {
  done: readonly Subject[]
  /** Why the first of the others was not; null when all were. */
  refused: unknown
}

/** Does the same to several; what one refuses stops none of the others. */
export async function eachOf<Subject>(
  subjects: readonly Subject[],
  act: (subject: Subject) => Promise<void>,
): Promise<EachEnd<Subject>> {
  const ends = await Promise.allSettled(subjects.map(act))
  const refused = ends.find((end) => end.status === 'rejected')
  return {
    done: subjects.filter((_subject, index) => ends[index]?.status === 'fulfilled'),
    refused: refused === undefined ? null : refused.reason,
  }
}
