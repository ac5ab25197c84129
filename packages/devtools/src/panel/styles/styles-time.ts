/** The time bar: thin, and tinted while it is in the past. */
export const timeStyles = `
.time{display:flex;align-items:center;gap:2px;min-height:32px;flex:none;padding:0 8px;border-bottom:1px solid var(--line);font-size:12px}
.time.is-past{background:var(--accent-ground)}.time.is-past .time-where{color:var(--accent)}
.time .icon-button{height:24px}.time :disabled{opacity:.4;cursor:default}.time .icon-button:disabled:hover{background:none}
.time-range{accent-color:var(--accent);width:160px;flex:0 1 160px;margin:0 8px 0 4px;min-width:64px}
.time-said{flex:1;display:flex;gap:8px;align-items:baseline}.time-where{font-weight:500;flex:none}
.time .button.small{margin-inline-start:4px;white-space:nowrap;flex:none}
.time-flag{padding:0 4px 0 8px;white-space:nowrap;flex:none}
.details-act{margin-top:8px}
.time-strip{display:flex;align-items:center;flex-wrap:wrap;gap:8px;padding:8px 12px;border-bottom:1px solid var(--line);background:var(--raised);flex:none}
.time-strip .button{flex:none}
@container (max-width:760px){.time{flex-wrap:wrap;padding-block:4px;row-gap:4px}.time-range{flex-basis:96px}.time-said{flex:1 1 150px;min-width:0}}`
