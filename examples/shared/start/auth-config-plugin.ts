import type { Connect, Plugin } from 'vite'

/** Serves `/auth-config.json` from the environment, so that one build runs against any user pool. */
export function authConfig(): Plugin {
  return {
    name: 'auth-config',
    configureServer: ({ middlewares }) => void middlewares.use('/auth-config.json', answer),
    configurePreviewServer: ({ middlewares }) => void middlewares.use('/auth-config.json', answer),
  }
}

const missing = JSON.stringify({ message: 'The environment variable AUTH_CONFIG is not set.' })

const answer: Connect.NextHandleFunction = (_, response) => {
  const config = process.env.AUTH_CONFIG
  response.statusCode = config ? 200 : 404
  response.setHeader('content-type', 'application/json')
  response.setHeader('cache-control', 'no-store')
  response.end(config || missing)
}
