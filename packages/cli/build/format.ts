import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { repository } from './examples.ts'
import { wrapTags } from './wrap-tags.ts'

type Texts = ReadonlyMap<string, string>

/** Formats files as those of this repository are, all of them in one run. */
export function format(files: Texts): Texts {
  // The formatter leaves components of Vue alone: their scripts are files of their own here.
  const parts = new Map(
    [...files].map(([path, text]) => [partOf(path, text), scriptOf(path, text)]),
  )
  const formatted = runBiome(parts)
  return new Map(
    [...files].map(([path, text]) => {
      const part = formatted.get(partOf(path, text)) ?? text
      return [path, path.endsWith('.vue') ? withScript(text, part) : part]
    }),
  )
}

const script = /(<script setup[^>]*>\n)([\s\S]*?)(<\/script>)/

function partOf(path: string, text: string): string {
  if (!path.endsWith('.vue')) return path
  return `${path}.${text.includes('<script setup lang="ts">') ? 'ts' : 'js'}`
}

function scriptOf(path: string, text: string): string {
  return path.endsWith('.vue') ? (script.exec(text)?.[2] ?? '') : text
}

function withScript(text: string, formatted: string): string {
  const changed = text.replace(script, (_, begin, _old, end) => `${begin}${formatted}${end}`)
  const at = changed.indexOf('<template>')
  return changed.slice(0, at) + wrapTags(changed.slice(at))
}

function runBiome(files: Texts): Texts {
  const folder = mkdtempSync(join(tmpdir(), 'authchart-format-'))
  try {
    const { formatter, javascript } = JSON.parse(
      readFileSync(join(repository, 'biome.json'), 'utf8'),
    )
    const config = { formatter, javascript, linter: { enabled: false } }
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(config))
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const biome = join(repository, 'node_modules/@biomejs/biome/bin/biome')
    execFileSync(process.execPath, [biome, 'check', '--write', '.'], { cwd: folder, stdio: 'pipe' })
    return new Map(
      [...files.keys()].map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
