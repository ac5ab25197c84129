import { fileURLToPath } from 'node:url'

/**
 * What a new app has once: XState 4 and the packages of Amplify UI. In this repository, which has XState 5, npm installs them
 * once for each package. As `alias` of a bundler.
 *
 * @param {string} code what imports Amplify UI, or does not
 * @returns {Record<string, string>}
 */
export function oneCopyFor(code) {
  if (!code.includes('@aws-amplify/ui')) return {}
  const binding = code.includes('@aws-amplify/ui-vue') ? 'ui-vue' : 'ui-react'
  const folder = fileURLToPath(
    new URL(`../../node_modules/@aws-amplify/${binding}/node_modules/`, import.meta.url),
  )
  return {
    xstate: 'xstate-4',
    '@aws-amplify/ui': `${folder}@aws-amplify/ui`,
    ...(binding === 'ui-react' && { '@xstate/react': `${folder}@xstate/react` }),
  }
}
