/** Clients reject a response with more than 16 kB of headers. */
const mostCharacters = 1000

/** A message as a header value: printable ASCII, shortened. The body has the whole message. */
export function headerText(message: string): string {
  return message
    .slice(0, mostCharacters)
    .trim()
    .replace(/[^\x20-\x7e]/g, ' ')
}
