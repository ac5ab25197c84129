import { secretShapeOf } from './secret-shape.ts'

/**
 * The base64 forms of a text, in both alphabets; without the `=` at the end, which is optional. Forms that
 * look like a token are left out: they are found by their shape.
 */
export function base64FormsOf(text: string): readonly string[] {
  // The bytes in UTF-8. What is half a character cannot be encoded.
  const bytes = encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /%(..)/g,
    (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)),
  )
  // Older React Native has none.
  const base64 = globalThis.btoa?.(bytes).replaceAll('=', '')
  if (!base64 || secretShapeOf(base64)) return []
  return [base64, base64.replaceAll('+', '-').replaceAll('/', '_')]
}
