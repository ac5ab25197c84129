import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Ended } from '../../src/command.ts'
import { runCli } from '../../src/run-cli.ts'

/** The files of an app as `npm create vite` makes them, as far as the commands read them. */
export const reactApp = {
  'package.json': `${JSON.stringify(
    {
      name: 'app',
      private: true,
      type: 'module',
      scripts: { dev: 'vite' },
      dependencies: { react: '^19.0.0' },
      devDependencies: { typescript: '^6.0.0', vite: '^8.0.0' },
    },
    null,
    2,
  )}\n`,
  '.gitignore': 'node_modules\n',
  'src/main.tsx': `import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './index.css'
import App from './App.tsx'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
`,
}

export const vueApp = {
  'package.json': reactApp['package.json'].replace('react', 'vue'),
  '.gitignore': 'node_modules',
  'src/main.ts': `import { createApp } from 'vue'
import './style.css'
import App from './App.vue'

createApp(App).mount('#app')
`,
}

/** The same app without TypeScript. */
export function inJavaScript(app: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(app).map(([path, text]) => [
      path.replace(/\.ts(x?)$/, '.js$1'),
      path === 'package.json' ? text.replace(/\n.*"typescript".*/, '') : text.replace('!', ''),
    ]),
  )
}

/** A folder with files, which is deleted after the test, and the command line in it. */
export function temporaryApp(files: Readonly<Record<string, string>>, parent = tmpdir()) {
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'authchart-app-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  return {
    folder,
    write,
    read: (path: string) => readFileSync(join(folder, path), 'utf8'),
    has: (path: string) => existsSync(join(folder, path)),
    /** All files, in the order of their paths. */
    list: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
        .sort(),
    async run(...args: readonly string[]): Promise<Ended> {
      const ended = await runCli(args, { folder, isInteractive: false })
      if (!ended) throw new Error('A tool of another package has run')
      return ended
    },
  }
}
