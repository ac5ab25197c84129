import type { WantedFile } from '../files/file-plan.ts'
import { type InitChoice, sandboxPort } from './init-choice.ts'

/** package.json with the scripts; a script of the same name that does something else is the developer's. */
export function editManifest(choice: InitChoice): WantedFile {
  const { manifest, manifestText } = choice.project
  const { scripts = {} } = manifest
  const wanted = scriptsOf(choice)
  const isEdit = Object.entries(wanted).every(
    ([name, command]) => scripts[name] === undefined || scripts[name] === command,
  )
  const isSame = Object.entries(wanted).every(([name, command]) => scripts[name] === command)
  const changed = { ...manifest, scripts: { ...scripts, ...wanted } }
  const indent = /^[ \t]+/m.exec(manifestText)?.[0] ?? '  '
  const text = isSame ? manifestText : `${JSON.stringify(changed, null, indent)}\n`
  return { path: 'package.json', text, isEdit }
}

function scriptsOf({ tests, outputs, isVite }: InitChoice): Readonly<Record<string, string>> {
  const test = { playwright: 'playwright test', vitest: 'vitest run', none: undefined }[tests]
  return {
    sandbox: `authchart sandbox --port ${sandboxPort} --config sandbox.json --data .sandbox`,
    ...(outputs !== undefined && isVite && { 'dev:sandbox': 'vite --mode sandbox' }),
    ...(test && { 'test:auth': test }),
  }
}
