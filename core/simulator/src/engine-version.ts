/** Changes whenever the same request may give another result. */
export const engineVersion = '0.1.0'
