import { pageColours } from './page-colours.ts'

export const outboxStyle = `${pageColours}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem;
}
h1 { font-size: 1.75rem; letter-spacing: -0.02em; }
header { margin-bottom: 1.5rem; }
header p { color: var(--soft); }
header code, .user code { font-size: 0.9em; overflow-wrap: anywhere; }
.connection { display: flex; align-items: center; gap: 0.5rem; font-size: 0.875rem; }
.connection::before { content: ''; width: 0.5rem; height: 0.5rem; border-radius: 50%; background: #2f9e58; }
.connection.lost { color: var(--warn); }
.connection.lost::before { background: var(--warn); }
ol { list-style: none; padding: 0; display: grid; gap: 1rem; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1rem 1.25rem; }
.new article { animation: arrive 1.6s ease-out; }
@keyframes arrive { from { background: var(--tint); border-color: var(--accent); } }
@media (prefers-reduced-motion: reduce) { .new article { animation: none; } }
.meta { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 0.75rem; }
.meta h2 { font-size: 1rem; }
.meta time { margin-left: auto; color: var(--soft); font-size: 0.875rem; }
@media (max-width: 30rem) { .meta time { margin-left: 0; width: 100%; } }
.medium { background: var(--tint); color: var(--accent); border-radius: 1rem; padding: 0 0.6rem; font-size: 0.8125rem; font-weight: 600; }
.to { overflow-wrap: anywhere; }
.code { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; margin: 0.5rem 0; }
.code code { font: 600 2rem/1.2 ui-monospace, 'SF Mono', Consolas, monospace; letter-spacing: 0.08em; user-select: all; overflow-wrap: anywhere; }
button { font: inherit; font-size: 0.9375rem; font-weight: 600; padding: 0.35rem 1rem; min-height: 2.25rem; border: 0; border-radius: 0.5rem; background: var(--accent); color: var(--accent-ink); cursor: pointer; }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.body, .user { color: var(--soft); font-size: 0.875rem; overflow-wrap: anywhere; }
.empty { text-align: center; color: var(--soft); border: 1px dashed var(--line); border-radius: 0.75rem; padding: 3rem 1rem; }
.empty[hidden] { display: none; }
.empty strong { display: block; color: var(--ink); }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`
