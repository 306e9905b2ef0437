/** Takes a colour as a browser gives the sum of `color-mix(in srgb, …)`; gives it as `#rrggbb`, which Monaco wants. */
export function toHex(colour: string): string | null {
  const match = /^color\(srgb ([-\d.e]+) ([-\d.e]+) ([-\d.e]+)\)$/.exec(colour)
  return match === null ? null : `#${match.slice(1).map(toByte).join('')}`
}

function toByte(channel: string): string {
  return Math.round(Math.min(1, Math.max(0, Number(channel))) * 255)
    .toString(16)
    .padStart(2, '0')
}
