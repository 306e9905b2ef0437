/** The outlines of marks, each beginning at its place. Shape and height tell them apart, not colour alone. */
export const MARK_SHAPES = {
  /** A probe that passed. */
  passed: (x: number) => `M${x} 3v4`,
  /** A probe that failed: a cross. */
  failed: (x: number) => `M${x - 2} 3l4 4m0 -4l-4 4`,
  log: (x: number) => `M${x} 24.5h0.01`,
  signal: (x: number) => `M${x} 2v24`,
  write: (x: number) => `M${x - 3} 5h6l-3 5z`,
  read: (x: number) => `M${x - 3} 17h6l-3 -5z`,
  answered: (x: number) => `M${x} 14h0.01`,
  refused: (x: number) => `M${x - 3} 11l6 6m0 -6l-6 6`,
  intervention: (x: number) => `M${x} 0l4 6h-8z`,
} as const

/** Which outline a mark has. */
export type MarkShape = keyof typeof MARK_SHAPES
