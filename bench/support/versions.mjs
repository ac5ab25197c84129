import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** The packages that Authchart is compared with. */
const peers = [
  'aws-amplify',
  '@aws-amplify/ui-react',
  '@aws-amplify/ui-react-core',
  '@aws-amplify/ui-vue',
  'amazon-cognito-identity-js',
  'oidc-client-ts',
  'cognito-local',
  '@statelyai/inspect',
]

/**
 * The installed version of each peer.
 *
 * @returns {Record<string, string>}
 */
export function peerVersions() {
  return Object.fromEntries(peers.map((name) => [name, versionOf(name)]))
}

/** Some packages do not export their `package.json`. @param {string} name */
function versionOf(name) {
  const folders = require.resolve.paths(name) ?? []
  for (const folder of folders) {
    try {
      return JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8')).version
    } catch {}
  }
  throw new Error(`${name} is not installed`)
}
