/** Clients reject an answer whose headers have more than 16 kB together. */
const mostCharacters = 1000

/** A message as the value of a header: printable ASCII, cut where it is long. The body has all of it. */
export function headerText(message: string): string {
  return message
    .slice(0, mostCharacters)
    .trim()
    .replace(/[^\x20-\x7e]/g, ' ')
}
