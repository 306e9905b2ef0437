/** Sizes of what is drawn, in pixels at zoom 1, on a grid of 2. The cards' CSS is written to them. */
export const MEASURES = {
  container: 180,
  volume: 132,
  object: 156,
  service: 180,
  /** Between cards in a column. */
  gap: 16,
  /** Between cards in a row, and between whole pods. */
  apart: 16,
  groups: 56,
  frameHeader: 34,
  framePad: 12,
  podHeader: 36,
  podPad: 14,
  /** A caption over a lane of containers. */
  caption: 30,
  /** Between two lines that end at the same card. */
  slot: 22,
  /** Where the first line may end, below a card's name. */
  firstSlot: 34,
  lastSlot: 14,
  /** Between parallel lines outside the frames. */
  track: 10,
  /** From a frame to the first such line, and from a row of cards to its first lane. */
  margin: 14,
  /** Where lines to volumes bend. */
  bend: 30,
  chip: 20,
  chipGap: 4,
  /** JetBrains Mono at 12 px: 0.6 em a character. */
  character: 7.2,
  /** The longest text on a line, in characters. */
  longest: 24,
} as const
