/**
 * Slows a page of Chromium down.
 *
 * @param {import('@playwright/test').Page} page
 * @param {{ cpu?: number, network?: 'slow 4G' }} how `cpu`: how many times slower
 * @returns {Promise<import('@playwright/test').CDPSession>} of the page, with its cache off
 */
export async function slowDown(page, { cpu = 1, network }) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  if (network) await devtools.send('Network.emulateNetworkConditions', slow4G)
  return devtools
}

/** 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
}
