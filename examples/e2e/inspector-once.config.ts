import config from './inspector.config.ts'

/** What `npm test` has time for: each verb in one of the apps. `inspector.config.ts` tries all in both. */
const specs: Record<string, string[]> = {
  react: ['inspector.spec.ts', 'journey.spec.ts', 'requests.spec.ts'],
  vue: [
    'record.spec.ts',
    'session-verbs.spec.ts',
    'standalone.spec.ts',
    'tests-view.spec.ts',
    'time-travel.spec.ts',
  ],
}

export default {
  ...config,
  grepInvert: /in light and dark/,
  projects: config.projects.map((project) => ({
    ...project,
    testMatch: specs[project.name ?? ''],
  })),
}
