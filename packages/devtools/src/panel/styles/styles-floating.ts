const floating = ':host([floating]:not([alone])) '

/** A window in the page. Where the page is narrow the panel stays at the bottom: there is nowhere to float. */
export const floatingStyles = `
.float-bar,.float-corner{display:none}
.note{flex:none;padding:8px 12px;background:var(--bad-ground);color:var(--bad)}
@media (max-width:600px){.wide-only{display:none}}
@media (min-width:601px){
${floating}.panel{inset:clamp(0px,var(--float-y),100vh - var(--float-height)) auto auto clamp(0px,var(--float-x),100vw - var(--float-width));width:min(var(--float-width),100vw);height:min(var(--float-height),100vh);border:1px solid var(--strong-line);border-radius:10px;overflow:hidden;box-shadow:var(--shadow)}
${floating}:is(.handle,.current>.quiet){display:none}
${floating}.float-bar{display:block;flex:none;height:28px;padding:0 12px;background:var(--raised);border-bottom:1px solid var(--line);color:var(--quiet);font-size:12px;cursor:grab;touch-action:none;user-select:none}
${floating}.float-bar:active{cursor:grabbing}
${floating}.float-bar:focus-visible{border-radius:9px 9px 0 0}
${floating}.float-corner{display:block;position:absolute;inset:auto 0 0 auto;z-index:1;width:18px;height:18px;cursor:nwse-resize;touch-action:none;background:linear-gradient(135deg,transparent 58%,var(--edge) 58% 64%,transparent 64% 76%,var(--edge) 76% 82%,transparent 82%)}
}`
