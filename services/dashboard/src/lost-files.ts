const prefix = 'portofino.lost:'

/**
 * After an update of the server, files that an open page still names are gone: loading the page again gets the new names. Once for each
 * file, since a second failure has another cause, which the screen then shows.
 */
export function reloadForLostFiles(): void {
  addEventListener('vite:preloadError', ({ payload }) => {
    const key = `${prefix}${payload.message}`
    if (sessionStorage.getItem(key) !== null) return
    sessionStorage.setItem(key, 'yes')
    location.reload()
  })
}
