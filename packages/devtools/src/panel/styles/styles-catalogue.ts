/** Pages of 800 by 640 px, scaled to the tile they are in. */
export const catalogueStyles = `
.catalogue{overflow:auto;padding:12px 16px;position:relative}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,256px);gap:16px;margin-top:12px}
.tile{position:relative;border-radius:8px}
.tile-name{display:flex;flex-wrap:wrap;align-items:center;gap:0 8px;min-height:24px;font-size:12px}
.tile-open{position:absolute;inset:0;border-radius:8px;cursor:zoom-in}
.tile-open:hover{box-shadow:0 0 0 2px var(--strong-line)}
.shot{width:256px;height:205px;overflow:hidden;border:1px solid var(--line);border-radius:6px;background:var(--raised)}
.shot-page{width:800px;height:640px;border:0;transform:scale(var(--scale,.32));transform-origin:0 0;display:block}
.tile.large{position:fixed;inset:8px;z-index:2;background:var(--ground);padding:8px 12px;box-shadow:var(--shadow);display:flex;flex-direction:column}
.tile.large .shot{flex:1;width:100%;height:auto}.tile.large .shot-page{margin-inline:auto}.tile.large .tile-open{cursor:zoom-out}`
