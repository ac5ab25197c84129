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
.heat .state>rect{fill:color-mix(in srgb,var(--good) var(--hot,0%),var(--ground))}
.heat-0{--hot:0%}.heat-1{--hot:20%}.heat-2{--hot:32%}.heat-3{--hot:44%}.heat-4{--hot:56%}
.heat .heat-0>rect{stroke-dasharray:4 3}.heat .failed>rect{stroke:var(--bad);stroke-width:2}
.chart .badge{font-size:9px;fill:var(--ink)}.far .badge{display:none}
.heat .edge{stroke:var(--good);stroke-width:1.6}.heat .edge.untaken{stroke:var(--strong-line);stroke-width:1.2;stroke-dasharray:4 3}
.tests-details .card{padding:0 0 16px}.tests-details .search{flex:1}.tests-details select{width:auto;height:24px;padding:0 4px}
.heat-row{display:flex;flex-wrap:wrap;gap:0 8px;padding:4px 8px;line-height:18px}.heat-row code{flex:1 1 60%;overflow-wrap:anywhere}
.heat-way{flex:1 0 100%;padding-inline-start:20px;font-size:12px;overflow-wrap:anywhere}
.is-taken>:first-child{color:var(--good)}.is-failed>:first-child{color:var(--bad)}
@container (max-width:700px){.heat{flex-direction:column}.heat>.chart{flex:0 0 38%;height:auto}.heat>.tests-details{position:static;width:auto;flex:1;border-top:1px solid var(--line)}}
.button:disabled{opacity:.5;cursor:default}`
