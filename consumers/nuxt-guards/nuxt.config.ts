export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  telemetry: false,
  srcDir: '.',
  dir: { pages: 'pages', plugins: 'plugins', middleware: 'middleware' },
  runtimeConfig: { public: { auth: JSON.parse(process.env.AUTH_CONFIG ?? '{}') } },
})
