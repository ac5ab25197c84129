import { startService } from './service.mjs'

/** Services that live and die together. */
export function createStack() {
  const services = []
  let reportDeath = (_death) => {}
  const died = new Promise((resolve) => {
    reportDeath = resolve
  })
  return {
    /** Resolves, never rejects, with the first service that is gone and its last lines. */
    died,
    /** @param {Parameters<typeof startService>[0]} options */
    start(options) {
      const service = startService(options)
      services.push(service)
      service.died.then(reportDeath)
    },
    stop: () => Promise.all(services.map((service) => service.stop())),
  }
}
