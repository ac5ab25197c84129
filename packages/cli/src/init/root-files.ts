import { posix } from 'node:path'
import type { WantedFile } from '../files/file-plan.ts'
import type { InitChoice } from './init-choice.ts'

const why = `the screens of the auth, and below them the app of a signed-in user. For the app alone, move the screens
  into the fallback of the gate; then your app shows where its user signs out.`

/** The component around the app. */
export function rootFile({ framework, project }: InitChoice): WantedFile {
  const { language, sources } = project
  return framework === 'react'
    ? { path: posix.join(sources, `auth-root.${language}x`), text: reactRoot(language === 'ts') }
    : { path: posix.join(sources, 'auth-root.vue'), text: vueRoot(language === 'ts') }
}

function reactRoot(isTypeScript: boolean): string {
  const typeImport = isTypeScript ? "import type { ReactNode } from 'react'\n" : ''
  const props = isTypeScript ? '{ children }: { children: ReactNode }' : '{ children }'
  return `import { AuthGate, AuthProvider } from '@authchart/react'
${typeImport}import { auth } from './auth'
import { AuthScreens } from './auth/auth-screens'

/*
 * Shows ${why.replaceAll('\n  ', '\n * ')}
 */
export function AuthRoot(${props}) {
  return (
    <AuthProvider auth={auth}>
      <AuthScreens />
      <AuthGate>{children}</AuthGate>
    </AuthProvider>
  )
}
`
}

function vueRoot(isTypeScript: boolean): string {
  return `<script setup${isTypeScript ? ' lang="ts"' : ''}>
import { AuthGate } from '@authchart/vue'
import App from './App.vue'
import AuthScreens from './auth/auth-screens.vue'
</script>

<!--
  Shows ${why}
-->
<template>
  <AuthScreens />
  <AuthGate><App /></AuthGate>
</template>
`
}
