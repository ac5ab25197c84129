import { printable } from './printable.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// What XML 1.0 forbids even as a reference, beside what is not printable.
const forbidden = /[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Text as XML and HTML take it, in elements and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return printable(text)
    .replace(forbidden, '\uFFFD')
    .replace(/[&<>"']/g, (char) => entities[char] ?? char)
}
