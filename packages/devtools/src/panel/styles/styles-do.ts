/** Styles of the controls that change the app. */
export const doStyles = `
.card select{height:28px;padding:0 8px;border:1px solid var(--strong-line);border-radius:6px;background:var(--ground);width:100%}
.way-there{display:grid;gap:8px}
.way-there .step.done>code::before{content:"✓ ";color:var(--good)}
.way-there .step[aria-current]{background:var(--accent-ground);border-radius:6px}
.go-here{margin:4px 0}
.go-here>.button{display:block}
.verbs{display:grid;gap:8px}
.verb{display:grid;grid-template-columns:minmax(148px,auto) 1fr;align-items:center;gap:4px 12px}
.button[aria-pressed=true]{background:var(--accent-ground);border-color:var(--accent);color:var(--accent)}
.requests .chips{align-items:center}.card.requests select{width:auto}
.lazy{display:grid;min-height:0}.lazy>*{min-height:0}
.tools select{height:24px;padding:0 4px;border:1px solid var(--line);border-radius:6px;background:var(--raised)}
.button:disabled{opacity:.5;cursor:default}
.event-form{display:grid;gap:8px;padding:4px 8px 12px 21px}
.field{display:grid;gap:2px}.field-name{font-size:12px;line-height:16px;color:var(--quiet)}
.field input,.field select{height:28px;padding:0 8px;border:1px solid var(--strong-line);border-radius:6px;background:var(--ground);width:100%}
.flag{display:flex;align-items:center;gap:8px}.flag input{accent-color:var(--accent)}
.field input::placeholder{color:var(--quiet)}
.outcomes{display:flex;flex-wrap:wrap;gap:4px}
.answers h3{margin-top:4px}
.rejection code{color:var(--bad)}`
