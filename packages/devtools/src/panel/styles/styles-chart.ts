/** `--scale` is how large the picture is: no text is smaller than 11 px on the screen. */
export const chartStyles = `
.chart-window{flex:1;display:flex;position:relative;overflow:hidden}
.chart{flex:1;height:100%;width:100%;min-height:0;touch-action:none;cursor:grab;user-select:none;-webkit-user-select:none;background:var(--ground)}
.chart:active{cursor:grabbing}
.chart text{font:max(13px,11px/var(--scale,1)) system-ui,sans-serif;fill:var(--ink)}
.chart g[role=button]{cursor:pointer}
.chart rect{stroke:var(--strong-line);vector-effect:non-scaling-stroke}
.flow>rect{fill:var(--raised)}.inner>rect{fill:var(--ground)}
.state>rect{fill:var(--ground)}
.chart .flow-name{font-weight:600}
.asks{stroke:var(--edge);stroke-width:2}
.edge{fill:none;stroke:var(--edge);stroke-width:1.2}
.tip path{fill:var(--edge)}.tip-out path{fill:var(--accent)}
.chart .edge-label{font-size:max(11px,11px/var(--scale,1));fill:var(--quiet);paint-order:stroke;stroke:var(--ground);stroke-width:3px;stroke-linejoin:round}
.chart g[role=button]:hover>rect{stroke:var(--accent)}
.way,.edge.out{fill:none;stroke:var(--accent);stroke-width:1.6}
.way{stroke-dasharray:5 4;opacity:.65}
.chart .edge-label.out{fill:var(--accent)}
.next>rect{stroke:var(--accent)}
.around>rect{stroke:var(--accent);stroke-width:1.6;fill:color-mix(in srgb,var(--accent) 6%,var(--ground))}
.chart .around>.flow-name,.chart .flow-name.around{fill:var(--accent)}.names{pointer-events:none}
.selected>rect{stroke:var(--accent);stroke-width:2.5}
.here>rect{fill:var(--accent);stroke:var(--accent);stroke-width:2}
.chart .here>text{fill:var(--on-accent);font-weight:600}
.here .asks{stroke:var(--on-accent)}
.dim{opacity:.3}.found>rect{stroke:var(--accent);stroke-width:2}
.mid .edge-label,.far .state>.name,.far .asks{display:none}
.chart.far .flow-name,.chart.far .here>.name{font-size:calc(11px/var(--scale,1));paint-order:stroke;stroke:var(--ground);stroke-width:calc(3px/var(--scale,1));stroke-linejoin:round}
.chart.far .here>.name{display:inline;stroke:var(--accent);stroke-width:calc(7px/var(--scale,1))}
.chart.far .inner .flow-name,.chart .unplaced{display:none}
.far .here>rect{stroke-width:8}
.seek{position:absolute;inset:0;display:grid;padding:8px;pointer-events:none}
.seek-button{padding:0 8px;border-radius:10px;background:var(--accent);color:var(--on-accent);font-size:12px;pointer-events:auto}
.seek-button:focus-visible{outline-offset:2px}
.icon-button[aria-pressed=true]{background:var(--accent-ground);color:var(--accent)}
.percent{flex:none;min-width:46px;padding:0 4px;border-radius:6px;font-size:12px;text-align:center;color:var(--quiet)}.percent:hover{background:var(--hover);color:var(--ink)}
.edge-row{display:grid;padding:4px 8px;width:100%;line-height:18px;overflow-wrap:anywhere}
.edge-row code{font-size:11px}`
