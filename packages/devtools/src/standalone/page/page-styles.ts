/** Around the panel, in the same colours. */
export const pageStyles = `
:root{color-scheme:light dark;--ground:#fff;--raised:#f7f7f8;--line:#e6e6ea;--strong-line:#d4d4da;--ink:#1b1b1f;--quiet:#63636e;--accent:#4f5bd5}
@media (prefers-color-scheme:dark){:root{--ground:#111215;--raised:#18191d;--line:#26282e;--strong-line:#383b44;--ink:#ececef;--quiet:#9b9ba7;--accent:#939dff}}
*{box-sizing:border-box;margin:0;padding:0;min-width:0}
[hidden]{display:none!important}
html,body{height:100%}
body{display:flex;flex-direction:column;background:var(--ground);color:var(--ink);font:13px/20px system-ui,sans-serif;font-variant-numeric:tabular-nums}
header{display:flex;flex-wrap:wrap;align-items:center;gap:4px 8px;min-height:40px;padding:6px 12px;border-bottom:1px solid var(--line);background:var(--raised);flex:none}
h1{font-size:13px;font-weight:600;margin-inline-end:8px}
label,header p{color:var(--quiet)}
select{font:inherit;color:inherit;height:28px;max-width:100%;padding:0 8px;border:1px solid var(--strong-line);border-radius:6px;background:var(--ground)}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px;border-radius:6px}
main{flex:1;min-height:0;display:grid}
section{align-self:center;justify-self:center;display:grid;gap:8px;padding:24px;max-width:100%}
h2{font-size:18px;line-height:24px;font-weight:600;letter-spacing:-.01em}
section p{color:var(--quiet)}
pre{padding:8px 12px;border:1px solid var(--line);border-radius:6px;background:var(--raised);overflow-x:auto}
code{font:12px/18px ui-monospace,SFMono-Regular,Menlo,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace}`
