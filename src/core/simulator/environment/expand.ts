/** Gives the value of a variable, or undefined where there is none of that name. */
export type Lookup = (name: string) => string | undefined

/**
 * Takes a text and the variables; gives the text with its references `$(NAME)` replaced
 * (third_party/forked/golang/expansion). One pass from left to right: `$$` is a `$`, a reference ends at the first `)`
 * and may hold any text, one that is not known stays as it is written, and what was put in is not looked at again.
 */
export function expand(text: string, lookup: Lookup): string {
  return text.replaceAll(/\$(?:\$|\(([^)]*)\))/g, (written, name: string | undefined) =>
    written === '$$' ? '$' : (lookup(name ?? '') ?? written),
  )
}
