/** Fills the page when there is no auth to start with: what is wrong, and what to do about it. */
export function showStartError(page: HTMLElement, error: unknown): void {
  document.title = 'Cannot start · Authchart'
  page.innerHTML = `
    <main class="card">
      <h1>This page cannot start</h1>
      <p>It needs to know its user pool, from <code>/auth-config.json</code>. But:</p>
      <p class="alert" role="alert"></p>
      <p>
        Start everything with <code>npm start</code> in the root of the repository. Or set
        <code>AUTH_CONFIG</code> to the line that <code>authchart-sandbox --json</code> prints, and
        start this server again.
      </p>
    </main>`
  const reason = page.querySelector('.alert')
  if (reason) reason.textContent = error instanceof Error ? error.message : String(error)
}
