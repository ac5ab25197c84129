/** The view Session: the verdict, and the clocks of its tokens. */
export const sessionStyles = `
.verdict{display:flex;align-items:center;gap:8px;font-size:18px;font-weight:600;line-height:24px;letter-spacing:-.01em}
.verdict .icon{width:20px;height:20px}
.clock{display:grid;grid-template-columns:minmax(0,1fr) auto;align-items:baseline;padding:4px 0;column-gap:12px}
.clock-left{font-size:18px;line-height:24px;font-weight:600;letter-spacing:-.01em}
.clock-at{font-size:12px;grid-column:2;text-align:end}
.clock meter{grid-column:1;grid-row:2;width:100%;height:4px;align-self:center;appearance:none;background:var(--hover);border:0;border-radius:2px;overflow:hidden}
.clock meter::-webkit-meter-bar{background:var(--hover);border:0;height:4px;border-radius:2px}
.clock meter::-webkit-meter-optimum-value{background:var(--accent);border-radius:2px}
.clock meter::-moz-meter-bar{background:var(--accent)}
.over .clock-left{color:var(--bad)}`
