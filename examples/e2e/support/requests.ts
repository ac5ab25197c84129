import type { Page, Request } from '@playwright/test'

export function operationOf(request: Request): string | undefined {
  return request.headers()['x-amz-target']?.split('.')[1]
}

/** Records the operation of each request to Cognito from now on. */
export function watchRequests(page: Page): readonly string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    const operation = operationOf(request)
    if (operation) sent.push(operation)
  })
  return sent
}
