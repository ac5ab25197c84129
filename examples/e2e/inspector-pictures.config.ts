import base from './inspector.config.ts'

/** Not a test: pictures of every view of the inspector, to look at. */
export default {
  ...base,
  testMatch: 'pictures.spec.ts',
  testIgnore: [],
  retries: 0,
  projects: base.projects.slice(0, 1),
}
