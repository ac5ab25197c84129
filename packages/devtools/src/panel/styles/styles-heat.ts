/**
 * By level, from few to many: the ground of a state and the texts on it, in light and in dark. The contrast is 4.5 : 1
 * or more.
 */
export const heatColours = {
  light: [
    ['#d3eddc', '#1b1b1f'],
    ['#8fd0a6', '#1b1b1f'],
    ['#23784a', '#fff'],
    ['#0b452a', '#fff'],
  ],
  dark: [
    ['#17382a', '#ececef'],
    ['#1e5c3c', '#ececef'],
    ['#43b277', '#111215'],
    ['#a3ecc2', '#111215'],
  ],
} as const

const variables = (scheme: keyof typeof heatColours) =>
  heatColours[scheme]
    .map(([ground, ink], at) => `--heat-${at + 1}:${ground};--on-heat-${at + 1}:${ink}`)
    .join(';')

const levels = heatColours.light
  .map(
    (_, at) =>
      `.heat-${at + 1}{--hot:var(--heat-${at + 1});--on-hot:var(--on-heat-${at + 1});--rim:var(--good)}`,
  )
  .join('')

/** What was not taken is dashed and empty; what was taken has a ground, a line around it, and a count. */
export const heatStyles = `
:host{${variables('light')}}
@media (prefers-color-scheme:dark){:host(:not([theme=light])){${variables('dark')}}}
:host([theme=dark]){${variables('dark')}}
.heat-0{--hot:var(--ground);--on-hot:var(--quiet);--rim:var(--quiet);--dash:4 3}${levels}
.heat .state>rect,.swatch rect{fill:var(--hot);stroke:var(--rim);stroke-dasharray:var(--dash,none);vector-effect:non-scaling-stroke}
.heat .state>text{fill:var(--on-hot)}
.heat .failed{--rim:var(--bad)}.heat .failed>rect{stroke-width:3}
.heat .name{transform:translateY(-7px)}
.chart .badge{font-size:max(12px,11px/var(--scale,1));font-weight:600;transform:translateY(12px)}
.heat .mid .state>.name,.tiny .badge{display:none}.mid .badge{transform:translateY(calc(4px/var(--scale,1)))}
.heat .edge{stroke:var(--good);stroke-width:1.6;vector-effect:non-scaling-stroke}.heat .edge.untaken{stroke:var(--edge);stroke-width:1;stroke-dasharray:3 4;vector-effect:none}.heat .far .edge{marker-end:none}
.legend{position:absolute;inset:auto auto 8px 8px;max-width:calc(100% - 16px);display:flex;flex-wrap:wrap;gap:0 10px;padding:2px 8px;border:1px solid var(--line);border-radius:6px;background:var(--ground);font-size:11px;pointer-events:none}
.legend li{display:flex;align-items:center;gap:4px}
.swatch{width:20px;height:14px;flex:none}
.tests-details .card{padding:0 0 16px}.tests-details .search{flex:1}.tests-details select{width:auto;height:24px;padding:0 4px}
.heat-row{display:flex;flex-wrap:wrap;gap:0 8px;padding:4px 8px;line-height:18px}.heat-row code{flex:1 1 60%;overflow-wrap:anywhere}
.heat-way{flex:1 0 100%;padding-inline-start:20px;font-size:12px;overflow-wrap:anywhere}
.is-taken>:first-child{color:var(--good)}.is-failed>:first-child{color:var(--bad)}
@container (max-width:700px){.numbers{order:9;flex:1 0 100%}.heat{flex-direction:column}.heat>.chart-window{flex:0 0 64%;flex-direction:column}.legend{position:static;border-width:1px 0 0;border-radius:0;max-width:none}.heat>.tests-details{position:static;width:auto;flex:1;border-top:1px solid var(--line)}}`
