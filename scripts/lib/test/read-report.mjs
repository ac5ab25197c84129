import { readFile, rm } from 'node:fs/promises'

/**
 * Reads a JSON report and removes it, so that no later run can read this one's.
 *
 * @param {string} file
 * @returns {Promise<any>} `undefined` when there is none
 */
export async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  } finally {
    await rm(file, { force: true })
  }
}
