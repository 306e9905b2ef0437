/** Takes milliseconds of virtual time; gives them as a clock: `00:01:05`, with tenths where they are wanted: `00:01:05.4`. */
export function clockText(time: number, withTenths = false): string {
  const tenths = Math.floor(time / 100)
  const seconds = Math.floor(tenths / 10)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':')
  return withTenths ? `${clock}.${tenths % 10}` : clock
}

/** Takes milliseconds; gives them for somebody who hears it: `1 minute 5 seconds`. */
export function spokenTime(time: number): string {
  const seconds = Math.floor(time / 1000)
  const parts = [
    { count: Math.floor(seconds / 3600), word: 'hour' },
    { count: Math.floor(seconds / 60) % 60, word: 'minute' },
    { count: seconds % 60, word: 'second' },
  ]
  const said = parts.filter(({ count }, index) => count > 0 || (index === 2 && seconds === 0))
  return said.map(({ count, word }) => `${count} ${word}${count === 1 ? '' : 's'}`).join(' ')
}
