/** What a terminal obeys instead of showing it (C0, DEL, C1), and what turns the direction of the text after it. */
const orders = /[^\P{Cc}\t\n]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** External text as a terminal may show it: titles, labels and messages of a file may contain anything. */
export function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(orders, '\uFFFD')
}

/** The same in one line, for where a line more would be another thing. */
export function inOneLine(text: string): string {
  return printable(text)
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim()
}
