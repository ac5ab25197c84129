import type { Page, Request } from '@playwright/test'

export function operationOf(request: Request): string | undefined {
  return request.headers()['x-amz-target']?.split('.')[1]
}

/** Writes down every request to Cognito from now on, by its operation. */
export function watchRequests(page: Page): readonly string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    const operation = operationOf(request)
    if (operation) sent.push(operation)
  })
  return sent
}

/** Waits for the next request of an operation. */
export function nextRequest(page: Page, operation: string): Promise<Request> {
  return page.waitForRequest((request) => operationOf(request) === operation)
}

/** Waits until a request is given up by the page, so that its answer cannot reach it any more. */
export async function givenUp(page: Page, operation: string): Promise<void> {
  await page.waitForEvent('requestfailed', (request) => operationOf(request) === operation)
}
