import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../paths.mjs'

/**
 * @typedef {object} Command a call of a test runner
 * @property {string} dir relative to the root
 * @property {string[]} words `vitest`, `run`, `--project=quick`
 */

const runners = ['vitest', 'playwright']

/**
 * The calls of test runners in a script of a package.json, those in the scripts that it runs included.
 *
 * @param {string} dir
 * @param {string} script
 * @returns {Promise<Command[]>}
 */
export async function findCommands(dir, script) {
  const { scripts = {} } = JSON.parse(await readFile(join(root, dir, 'package.json'), 'utf8'))
  const parts = (scripts[script] ?? '').split('&&').map((part) => part.trim().split(/\s+/))
  const found = await Promise.all(
    parts.map((words) => {
      if (words[0] === 'npm' && words[1] === 'run')
        return findCommands(dir, words.slice(2).find((word) => !word.startsWith('-')) ?? '')
      return runners.includes(words[0] ?? '') ? [{ dir, words }] : []
    }),
  )
  return found.flat()
}

/**
 * The value of an option: `--config file`, `--config=file`, of the same name several times.
 *
 * @param {Command} command
 * @param {string} name
 * @returns {string[]}
 */
export function optionsOf({ words }, name) {
  return words.flatMap((word, index) => {
    if (word.startsWith(`--${name}=`)) return [word.slice(name.length + 3)]
    return word === `--${name}` ? [words[index + 1] ?? ''] : []
  })
}
