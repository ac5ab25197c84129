import { integer, readInput, structure, text } from '../input/reader.ts'
import type { SandboxState } from '../state.ts'
import { DataDirError, unreadable } from './data-dir-error.ts'

const header = (version: number) =>
  structure({
    version: integer({ min: version, max: version }),
    userPoolId: text(),
    secret: text({ pattern: /[0-9a-f]{64}/, secret: true }),
  })

/**
 * Applies the first line.
 *
 * @throws DataDirError for the data of another pool, CognitoError for an invalid line.
 */
export function applyHeader(
  path: string,
  version: number,
  content: unknown,
  state: SandboxState,
): void {
  const { userPoolId, secret } = readInput(header(version), content)
  if (userPoolId !== state.userPoolId) {
    throw new DataDirError(
      'otherPool',
      path,
      `${path} belongs to the user pool ${userPoolId}, not ${state.userPoolId}. Use another directory for each pool.`,
    )
  }
  state.secret = secret
}

/** The message of `JSON.parse` quotes the text, which has secrets. */
export function parseLine(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new SyntaxError('It is not JSON.')
  }
}

/** What is wrong with the data, as an error for the user. */
export function explain(path: string, error: unknown, line?: number): Error {
  if (error instanceof DataDirError) return error
  return unreadable(path, error instanceof Error ? error.message : String(error), line)
}
