export default defineNuxtConfig({
  modules: ['@pinia/nuxt'],
  compatibilityDate: '2026-01-01',
  telemetry: false,
  srcDir: '.',
  dir: { pages: 'pages', plugins: 'plugins' },
  runtimeConfig: { public: { auth: JSON.parse(process.env.AUTH_CONFIG ?? '{}') } },
})
