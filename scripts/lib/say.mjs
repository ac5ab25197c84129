import { env } from 'node:process'

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, magenta: 35, cyan: 36 }

const isColoured = !env.NO_COLOR && (process.stdout.isTTY === true || Boolean(env.FORCE_COLOR))

/** Passes on to children, whose output goes through a pipe, whether this process writes colours. */
export const colourEnv = isColoured
  ? { FORCE_COLOR: '1', NO_COLOR: undefined }
  : { FORCE_COLOR: undefined, NO_COLOR: '1' }

/**
 * @param {keyof typeof codes} style
 * @param {string} text
 */
export function paint(style, text) {
  return isColoured ? `\u001b[${codes[style]}m${text}\u001b[0m` : text
}

/** Writes a line for the user. */
export function say(line = '') {
  process.stdout.write(`${line}\n`)
}
