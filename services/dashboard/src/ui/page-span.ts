/** One page of a list, as the API tells of it. */
export interface ListPage {
  total: number
  page: number
  page_size: number
}

export interface PageSpan {
  first: number
  last: number
  pages: number
}

/** Which items of all stand on a page: `51 to 100 of 120`. */
export function pageSpan({ total, page, page_size: size }: ListPage): PageSpan {
  const first = total === 0 ? 0 : (page - 1) * size + 1
  return { first, last: Math.min(total, page * size), pages: Math.max(1, Math.ceil(total / size)) }
}
