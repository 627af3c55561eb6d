/** Texts in a storage of the browser. */
export interface StoredText {
  /** Null where nothing is kept, or the storage is closed. */
  read: () => string | null
  /** False where the storage is full or closed. */
  keep: (text: string) => boolean
  forget: () => void
}

/**
 * One key of a storage. Browsers may close storage to a page, and then even naming it throws: such a page works without. `place` is
 * therefore asked at each use.
 */
export function storedText(place: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, key: string): StoredText {
  const attempt = <Result>(act: (storage: ReturnType<typeof place>) => Result, otherwise: Result): Result => {
    try {
      return act(place())
    } catch (error) {
      if (error instanceof DOMException) return otherwise
      throw error
    }
  }
  return {
    read: () => attempt((storage) => storage.getItem(key), null),
    keep: (text) =>
      attempt((storage) => {
        storage.setItem(key, text)
        return true
      }, false),
    forget: () => attempt((storage) => storage.removeItem(key), undefined),
  }
}

/** Kept by this browser, for all tabs. */
export const onDevice = (key: string): StoredText => storedText(() => localStorage, key)

/** Kept as long as this tab. */
export const inTab = (key: string): StoredText => storedText(() => sessionStorage, key)
