/*
 * Monaco's themes want `#rrggbb[aa]`; the page's tokens are OKLCH, which a browser gives back as it was written.
 * Conversion after Björn Ottosson, https://bottosson.github.io/posts/oklab/ (matrices of CSS Color 4, section 9).
 */

/** Takes a computed CSS colour, `oklch(…)` or `rgb(…)`; gives it as `#rrggbb` or `#rrggbbaa`, null if it is neither. */
export function toHex(colour: string): string | null {
  const match = /^(oklch|rgba?)\(([^)]*)\)$/.exec(colour.trim())
  if (match === null) return null
  const [a = 0, b = 0, c = 0, alpha = 1] = (match[2] ?? '').split(/[\s,/]+/).map(toNumber)
  const channels = match[1] === 'oklch' ? oklchToRgb(a, b, c) : [a / 255, b / 255, c / 255]
  return `#${[...channels, ...(alpha < 1 ? [alpha] : [])].map(toByte).join('')}`
}

function toNumber(text: string): number {
  const number = Number.parseFloat(text)
  if (Number.isNaN(number)) return 0
  return text.endsWith('%') ? number / 100 : number
}

function oklchToRgb(lightness: number, chroma: number, hue: number): number[] {
  const angle = (hue * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((linear) => (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055))
}

function toByte(channel: number): string {
  return Math.round(Math.min(1, Math.max(0, channel)) * 255)
    .toString(16)
    .padStart(2, '0')
}
