import { pageColours } from '../../http/page-colours.ts'

export const pageStyle = `${pageColours}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  min-height: 100vh; display: grid; align-content: center; justify-items: center; gap: 1rem; padding: 2rem 1rem;
}
main { background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; padding: 2rem; width: 100%; max-width: 26rem; display: grid; gap: 1.25rem; }
h1 { font-size: 1.5rem; letter-spacing: -0.02em; }
h2 { font-size: 1rem; }
p, label, button { overflow-wrap: anywhere; }
form { display: grid; gap: 1rem; }
label { display: grid; gap: 0.25rem; font-weight: 600; }
input { font: inherit; font-weight: 400; padding: 0.5rem 0.75rem; min-height: 2.75rem; width: 100%; color: inherit; background: var(--ground); border: 1px solid var(--soft); border-radius: 0.5rem; }
button { font: inherit; font-weight: 600; padding: 0.5rem 1rem; min-height: 2.75rem; width: 100%; border: 1px solid var(--accent); border-radius: 0.5rem; background: var(--accent); color: var(--accent-ink); cursor: pointer; }
button.quiet { background: transparent; color: var(--ink); border-color: var(--soft); }
button small { display: block; font-weight: 400; color: var(--soft); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.providers { display: grid; gap: 0.75rem; }
.problem { color: var(--warn); }
.hint, footer { color: var(--soft); font-size: 0.875rem; }
`
