import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from '../../lib/paths.mjs'

const codeFile = /\.(?:[cm]?js|tsx?|vue)$/
const scriptTag = /<script\b[^>]*>([\s\S]*?)<\/script>/g

/**
 * The paths of all files that git tracks or would track, generated ones left out.
 *
 * @param {string[]} folders
 * @returns {string[]}
 */
export function listFiles(...folders) {
  const parameters = [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--deduplicate',
  ]
  const listed = execFileSync('git', [...parameters, '--', ...folders], {
    cwd: root,
    encoding: 'utf8',
  })
  const deleted = execFileSync('git', ['ls-files', '-z', '--deleted'], {
    cwd: root,
    encoding: 'utf8',
  }).split('\0')
  return listed
    .split('\0')
    .filter((path) => path !== '' && !path.includes('.gen.') && !deleted.includes(path))
}

/**
 * The parsed code files of these folders; of a Vue file, its scripts.
 *
 * @param {string[]} folders
 * @returns {{ path: string, text: string, source: ts.SourceFile }[]}
 */
export function readSources(...folders) {
  return listFiles(...folders)
    .filter((path) => codeFile.test(path))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, source: parse(path, text) }
    })
}

function parse(path, text) {
  if (!path.endsWith('.vue')) return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const scripts = [...text.matchAll(scriptTag)].map(([, script]) => script).join('\n')
  return ts.createSourceFile(`${path}.tsx`, scripts, ts.ScriptTarget.Latest, true)
}
