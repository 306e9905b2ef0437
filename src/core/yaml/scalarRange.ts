import { CHOMPING_MODE, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import { afterSpace, endOfLineBefore, startOfLine } from './spacing'
import type { ScalarStyle } from './tree'

const STYLES: Readonly<Record<ScalarEvent['style'], ScalarStyle>> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
}

/**
 * Takes a text, a scalar's event, and the end of the token before it (its anchor or tag included); gives how it is
 * written and where, quotes and block header included. An empty scalar stands at that end.
 */
export function scalarRange(
  text: string,
  event: ScalarEvent,
  floor: number,
): { readonly style: ScalarStyle; readonly start: number; readonly end: number } {
  if (event.valueStart < 0) return { style: 'empty', start: floor, end: floor }
  const style = STYLES[event.style]
  switch (style) {
    case 'single':
    case 'double':
      return { style, start: event.valueStart - 1, end: event.valueEnd + 1 }
    case 'literal':
    case 'folded':
      return { style, start: afterSpace(text, floor), end: blockScalarEnd(text, event) }
    case 'plain':
    case 'empty':
      return { style, start: event.valueStart, end: event.valueEnd }
  }
}

/** The end of a block scalar's last line: blank lines behind it belong to it only where it keeps them. */
function blockScalarEnd(text: string, event: ScalarEvent): number {
  const header = endOfLineBefore(text, event.valueStart)
  let end = endOfLineBefore(text, event.valueEnd)
  while (end > header && event.chomping !== CHOMPING_MODE.KEEP) {
    const start = startOfLine(text, end)
    const line = text.slice(start, end)
    if (line.trim() !== '' || line.length > Math.max(event.indent, 0)) break
    end = endOfLineBefore(text, start)
  }
  return Math.max(end, header)
}
