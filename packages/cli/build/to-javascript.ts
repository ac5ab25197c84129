import ts from 'typescript'
import { type Edit, replaceOnce } from './replace-once.ts'

const blank = '//:blank'

/** The same file for a project without TypeScript. Comments and blank lines stay. */
export function toJavaScript(file: string, text: string): string {
  if (!file.endsWith('.vue')) return withoutTypes(text)
  const [, script = ''] = /<script setup lang="ts">\n([\s\S]*?)<\/script>/.exec(text) ?? []
  const props = withoutTypes(withRuntimeProps(script))
  return replaceOnce(file, text, [
    [`<script setup lang="ts">\n${script}`, `<script setup>\n${props}`] satisfies Edit,
  ])
}

/** `auth-form.tsx` becomes `auth-form.jsx`. */
export function javaScriptName(file: string): string {
  return file.replace(/\.ts(x?)$/, '.js$1')
}

function withoutTypes(text: string): string {
  const { outputText } = ts.transpileModule(text.replace(/^$/gm, blank), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      jsx: ts.JsxEmit.Preserve,
      verbatimModuleSyntax: true,
    },
    fileName: 'file.tsx',
  })
  return (
    outputText
      .replaceAll(new RegExp(`^\\s*${blank}$`, 'gm'), '')
      // What is left of a module that imported types only; a component of Vue may not have it.
      .replace(/^export \{\};?$/m, '')
      .replace(/\n{3,}/g, '\n\n')
      .trimStart()
  )
}

/** What `defineProps` has as a type argument, as names: JavaScript has no types to read. */
function withRuntimeProps(script: string): string {
  return script.replace(/defineProps<\{([\s\S]*?)\}>\(\)/g, (_, members: string) => {
    const names = [...members.matchAll(/^\s*(\w+)\??:|; (\w+)\??:|^ (\w+)\??:/gm)].map(
      ([, line, next, first]) => `'${line ?? next ?? first}'`,
    )
    return `defineProps([${names.join(', ')}])`
  })
}
