const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const days = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')

const format =
  /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) (\w{3}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) UTC (\d{4})$/

/**
 * TIMESTAMP in the format that Cognito signs: `EEE MMM d HH:mm:ss UTC yyyy`, the day not padded.
 */
export function formatTimestamp(ms: number): string {
  const date = new Date(ms)
  const time = date.toISOString().slice(11, 19)
  return `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${date.getUTCDate()} ${time} UTC ${date.getUTCFullYear()}`
}

/** Epoch ms; undefined for another format. */
export function parseTimestamp(text: string): number | undefined {
  const match = format.exec(text)
  const month = months.indexOf(match?.[1] ?? '')
  if (!match || month < 0) return undefined
  const [day = 0, hour = 0, minute = 0, second = 0, year = 0] = match.slice(2).map(Number)
  return Date.UTC(year, month, day, hour, minute, second)
}
