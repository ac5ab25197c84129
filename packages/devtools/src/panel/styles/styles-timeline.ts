/** Each lane has a column; a text begins in its own, and may go on over the others, which are empty. */
export const timelineStyles = `
.tools{display:flex;align-items:center;gap:4px;height:36px;flex:none;padding:0 8px;border-bottom:1px solid var(--line)}
.search{height:24px;width:200px;padding:0 8px;border:1px solid var(--line);border-radius:6px;background:var(--raised);flex:0 1 auto;min-width:88px}
.search::-webkit-search-cancel-button{appearance:none}
.search::placeholder{color:var(--quiet)}
.timeline{display:flex;flex-direction:column}
.timeline-body{flex:1;min-height:0;display:flex}
.lanes{flex:1;position:relative;display:flex;flex-direction:column;overflow:hidden;container:lanes/inline-size}
.heads,.grid-lines,.event{--columns:104px minmax(96px,1fr) minmax(160px,1.6fr) minmax(128px,1.2fr) minmax(112px,1fr) minmax(88px,.8fr);display:grid;grid-template-columns:var(--columns)}
.heads{height:28px;flex:none;align-items:center;border-bottom:1px solid var(--line);font-size:12px;color:var(--quiet)}
.head{display:flex;align-items:center;gap:8px;padding:0 8px 0 9px}.head:first-child{padding-inline-start:12px}
.grid-lines{position:absolute;inset:28px 0 0;pointer-events:none}
.grid-lines i{border-inline-start:1px solid var(--line)}
.at-user{grid-column:2}.at-machine{grid-column:3}.at-cognito{grid-column:4}.at-storage{grid-column:5}.at-tabs{grid-column:6}
.virtual{flex:1;overflow:auto;position:relative;overscroll-behavior:contain}
.virtual-height{position:relative;overflow:hidden;min-height:100%}
.virtual-rows{will-change:transform}
.event{grid-column:auto;height:24px;align-items:center;cursor:default;white-space:nowrap}
.event:hover{background:var(--hover)}
.event[aria-selected=true]{background:var(--accent-ground)}
.event time{padding-inline-start:12px;font-size:11px;color:var(--quiet)}
.said{display:flex;align-items:center;gap:8px;padding:0 8px;overflow:hidden;grid-row:1;justify-self:start;max-width:100%;margin-inline-start:1px;background:var(--ground)}
.event:hover .said,.event[aria-selected=true] .said{background:none}
.event.at-user .said{grid-column:2/-1}.event.at-machine .said{grid-column:3/-1}.event.at-cognito .said{grid-column:4/-1}.event.at-storage .said{grid-column:5/-1}.event.at-tabs .said{grid-column:6/-1}
.said code{flex:none;max-width:100%;overflow:hidden;text-overflow:ellipsis}
.said .rest{font-size:12px;color:var(--quiet);overflow:hidden;text-overflow:ellipsis}
.said.bad .rest{color:var(--bad)}
.is-transition code{font-weight:600}.is-context code,.is-timer code,.is-emitted code{color:var(--quiet)}
.lane-name{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.empty{position:absolute;inset:72px 16px auto;text-align:center}
.toggles{display:flex;gap:2px;flex:1 0 auto;padding-inline-start:4px}
.toggle{display:flex;align-items:center;gap:6px;height:24px;padding:0 8px;border-radius:6px;font-size:12px}
.toggle:hover{background:var(--hover)}
.toggle[aria-pressed=false]{color:var(--quiet);text-decoration:line-through}.toggle[aria-pressed=false] .dot{background:var(--strong-line)}
.count{font-size:12px;white-space:nowrap;padding:0 4px;overflow:hidden;text-overflow:ellipsis}
.details{width:min(360px,45%);flex:none;overflow:auto;padding:12px 12px 16px 16px;border-inline-start:1px solid var(--line);background:var(--ground)}
.details-head{display:flex;gap:0;align-items:start}.details-head h2{padding-top:4px;font-weight:600;line-height:20px;color:var(--ink);overflow-wrap:anywhere}
.details h3{color:var(--quiet);margin:16px 0 4px}
.details-meta{display:flex;align-items:center;gap:8px;font-size:12px;margin-top:4px}
.details .json{padding:8px;border-radius:6px;background:var(--raised)}
.details .why{margin-top:12px}
.diff dt{margin-top:8px;line-height:20px}
.diff pre{padding:2px 8px 2px 20px;position:relative;border-radius:4px;margin-top:2px}
.diff pre::before{position:absolute;left:8px}
.before{background:var(--bad-ground);color:var(--bad)}.before::before{content:"−"}
.after{background:color-mix(in srgb,var(--good) 10%,transparent);color:var(--good)}.after::before{content:"+"}
.diff .hidden-value,.diff .no-value,.diff .key{color:inherit;background:none;padding:0}
@container lanes (max-width:720px){.heads,.grid-lines,.event{--columns:92px 20px 20px 20px 20px minmax(0,1fr)}.head{font-size:0;padding:0 6px 0 7px;gap:0}.head:first-child{font-size:12px}.said{padding:0 6px}}
@container (max-width:700px){.tools{flex-wrap:wrap;height:auto;padding:4px 8px}.tools .toggles{order:9;flex:1 0 100%;padding:0;overflow:auto}.tools .search{flex:1}
.timeline-body{position:relative}.timeline-body>.details{position:absolute;inset:0;width:auto;border:0}}`
