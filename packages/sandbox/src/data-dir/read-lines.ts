import { closeSync, openSync, readSync } from 'node:fs'

interface Line {
  readonly text: string
  /** Where the next line starts, in bytes. */
  readonly end: number
  /** Whether the line ends with a line feed. If not, it was not written completely. */
  readonly isWhole: boolean
}

const lineFeed = 10

/** The lines of a file. The file can be larger than memory. */
export function* readLines(path: string): Generator<Line> {
  const fd = openSync(path, 'r')
  try {
    const part = Buffer.alloc(2 ** 20)
    let waiting: Buffer[] = []
    let end = 0
    for (let count = readSync(fd, part); count > 0; count = readSync(fd, part)) {
      let start = 0
      for (
        let stop = part.indexOf(lineFeed);
        stop !== -1 && stop < count;
        stop = part.indexOf(lineFeed, start)
      ) {
        const bytes = Buffer.concat([...waiting, part.subarray(start, stop)])
        waiting = []
        start = stop + 1
        end += bytes.length + 1
        yield { text: bytes.toString(), end, isWhole: true }
      }
      waiting.push(Buffer.from(part.subarray(start, count)))
    }
    const rest = Buffer.concat(waiting)
    if (rest.length > 0) yield { text: rest.toString(), end: end + rest.length, isWhole: false }
  } finally {
    closeSync(fd)
  }
}
