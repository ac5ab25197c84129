import { posix, win32 } from 'node:path'

const names = {
  linux: [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  darwin: ['google-chrome', 'chromium'],
  win32: ['chrome.exe', 'msedge.exe'],
}

const macApps = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const windowsApps = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Where Chrome, Chromium and Edge usually are, best first; most paths will not exist.
 *
 * @param {NodeJS.Platform} platform
 * @param {Record<string, string | undefined>} env
 * @returns {string[]}
 */
export function installedBrowsers(platform = process.platform, env = process.env) {
  const path = platform === 'win32' ? win32 : posix
  const onPath = (names[platform] ?? names.linux).flatMap((name) =>
    (env.PATH ?? env.Path ?? '')
      .split(path.delimiter)
      .filter(Boolean)
      .map((dir) => path.join(dir, name)),
  )
  return [...usualPlaces(platform, env), ...onPath]
}

/**
 * @param {NodeJS.Platform} platform
 * @param {Record<string, string | undefined>} env
 */
function usualPlaces(platform, env) {
  if (platform === 'darwin') {
    const dirs = ['/Applications', posix.join(env.HOME ?? '', 'Applications')]
    return macApps.flatMap((app) => dirs.map((dir) => posix.join(dir, app)))
  }
  if (platform === 'win32') {
    const dirs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    return windowsApps.flatMap((app) =>
      dirs.filter((dir) => dir !== undefined).map((dir) => win32.join(dir, app)),
    )
  }
  return ['/opt/google/chrome/chrome', '/snap/bin/chromium']
}
