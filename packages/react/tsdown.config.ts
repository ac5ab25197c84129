import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: 'src/index.ts',
  platform: 'neutral',
  fixedExtension: true,
  target: 'es2022',
  sourcemap: true,
  dts: true,
  outputOptions: {
    advancedChunks: {
      groups: [
        { name: 'binding', test: /src\/(?!index|use-auth-form|form-props)[^.]+\.ts$/ },
        // Brings the forms: an app with a sign-in form of its own loads them later, with its other screens.
        { name: 'use-auth-form', test: /src\/(use-auth-form|form-props)\.ts$/ },
      ],
    },
  },
  // Bundling drops the directive of the sources, without which server components cannot import this.
  banner: { js: "'use client'" },
})
