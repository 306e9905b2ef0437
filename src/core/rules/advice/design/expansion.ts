const REFERENCE = /\$(\$|\(([^()]+)\))/g

/** Takes a text; gives the variables that its `$(NAME)` mean; `$$` stands for a `$` (third_party/forked/golang/expansion). */
export function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, , name]) => (name === undefined ? [] : [name]))
}
