/**
 * Turns chunks of text into whole lines.
 *
 * @param {(line: string) => void} receive
 * @returns {{ push(chunk: string): void, end(): void }}
 */
export function splitLines(receive) {
  let rest = ''
  return {
    push(chunk) {
      const lines = (rest + chunk).split(/\r?\n/)
      rest = lines.pop() ?? ''
      lines.forEach(receive)
    },
    end() {
      if (rest) receive(rest)
      rest = ''
    },
  }
}
