import type { Framework, Template } from '../src/screens/templates.ts'
import { readExample } from './examples.ts'
import { replaceOnce } from './replace-once.ts'

/** The one component of the minimal examples, under the name that the screens have, so that these can replace it. */
export function minimalForm(framework: Framework): readonly Template[] {
  return framework === 'react' ? [reactForm()] : vueForms()
}

function reactForm(): Template {
  const from = 'minimal-react/src/form.tsx'
  return {
    path: 'auth-screens.tsx',
    text: replaceOnce(from, readExample(from), [
      ['export function Auth() {', 'export function AuthScreens() {'],
    ]),
  }
}

function vueForms(): readonly Template[] {
  return [
    { path: 'auth-screens.vue', text: readExample('minimal-vue/src/app.vue') },
    { path: 'auth-form.vue', text: readExample('minimal-vue/src/auth-form.vue') },
  ]
}
