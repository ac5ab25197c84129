import { sandboxPort } from '../../src/init/init-choice.ts'
import type { NewApp, ViteTemplate } from './new-app.ts'

/** A page that is always light: the screens need a ground of their own. */
const plainPage = 'body {\n  background: #fff;\n}\n'

const tailwindPage = `@import "tailwindcss";\n\n${plainPage}`

/** A page of Vite with a script. */
function html(script: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>The shop</title>
  </head>
  <body>
    <div id="root"></div>
    <div id="app"></div>
    <script type="module" src="/src/${script}"></script>
  </body>
</html>
`
}

/** Every screen without a backend: \`gallery.html?route=signUp\`. In JavaScript, so that no compiler of the app reads it. */
const galleries = {
  react: `import './index.css'
import { AuthProvider } from '@authchart/react'
import { authAt } from '@authchart/testing/at'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { AuthScreens } from './auth/auth-screens'

const auth = authAt(new URLSearchParams(location.search).get('route'))
const screens = createElement(AuthProvider, { auth }, createElement(AuthScreens))
createRoot(document.getElementById('root')).render(screens)
`,
  vue: `import './index.css'
import { authAt } from '@authchart/testing/at'
import { authPlugin } from '@authchart/vue'
import { createApp } from 'vue'
import AuthScreens from './auth/auth-screens.vue'

const auth = authAt(new URLSearchParams(location.search).get('route'))
createApp(AuthScreens).use(authPlugin, auth).mount('#app')
`,
  vanilla: `import './index.css'
import { authAt } from '@authchart/testing/at'
import { createAuthScreens } from './auth/auth-screens'

const auth = authAt(new URLSearchParams(location.search).get('route'))
const show = createAuthScreens(document.getElementById('app'))
auth.subscribe(show)
show(auth.getView())
`,
}

/** The entry of an app without a framework, as the guide has it. */
export const htmlMain = `import './index.css'
import { createAuth } from '@authchart/machine'
import { createAuthScreens } from './auth/auth-screens'

const auth = createAuth({
  config: {
    region: 'us-east-1',
    userPoolId: 'us-east-1_Sandbox01',
    userPoolClientId: 'sandboxclient0000000000001',
    endpoint: 'http://127.0.0.1:${sandboxPort}',
  },
})
const show = createAuthScreens(document.body)
auth.subscribe(show)
show(auth.getView())
`

/** The configuration of Vite as its guides have it. */
function viteConfig(framework: keyof typeof galleries): string {
  const plugin = framework === 'vanilla' ? undefined : framework
  return `${plugin ? `import ${plugin} from '@vitejs/plugin-${plugin}'\n` : ''}import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [${plugin ? `${plugin}(), ` : ''}tailwindcss()],
  build: { rollupOptions: { input: ['index.html', 'gallery.html'] } },
})
`
}

/** What a developer has beside the screens: a page of their own, Tailwind, and here a gallery of all screens. */
export function writePages(app: NewApp, template: ViteTemplate): void {
  const framework = template.split('-')[0] as keyof typeof galleries
  const language = template.endsWith('-ts') ? 'ts' : 'js'
  app.write(`vite.config.${language}`, viteConfig(framework))
  app.write('gallery.html', html('gallery.js'))
  app.write('src/gallery.js', galleries[framework])
  const script = framework === 'react' ? `main.${language}x` : `main.${language}`
  app.write('index.html', html(script))
  if (framework === 'react') {
    app.write(`src/App.${language}x`, 'export default function App() {\n  return null\n}\n')
  }
  if (framework === 'vue') app.write('src/App.vue', '<template><i></i></template>\n')
  writeStyles(app, 'plain')
}

/** The style sheet of the page. */
export function writeStyles(app: NewApp, css: 'plain' | 'tailwind'): void {
  const text = css === 'tailwind' ? tailwindPage : plainPage
  for (const name of ['index.css', 'style.css']) app.write(`src/${name}`, text)
}
