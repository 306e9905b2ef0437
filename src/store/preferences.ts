const PREFIX = 'podwright/'

/** Takes a preference's name; gives what this browser remembers of it, or null (also where storage is blocked). */
export function readPreference(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

/** Takes a preference's name and value; remembers it in this browser. Where storage is blocked it is forgotten. */
export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value)
  } catch {
    // It holds for this visit all the same.
  }
}
