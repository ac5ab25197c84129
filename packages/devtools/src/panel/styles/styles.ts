const dark = `--ground:#111215;--raised:#18191d;--hover:#212329;--line:#26282e;--strong-line:#383b44;--edge:#555a68;--ink:#ececef;--quiet:#9b9ba7;--accent:#939dff;--accent-ground:#20233f;--on-accent:#111215;--bad:#ff8f85;--bad-ground:#361c1b;--good:#62c98c;--shadow:0 0 0 1px rgb(255 255 255/.08),0 8px 30px rgb(0 0 0/.5);
--user:#52b9ee;--machine:#939dff;--cognito:#f0a04b;--storage:#57c785;--tabs:#ee85bf`

/** All colours; one accent. Contrast of texts is 4.5 : 1 or more on every ground they stand on. */
const colours = `
:host{--ground:#fff;--raised:#f7f7f8;--hover:#f0f0f2;--line:#e6e6ea;--strong-line:#d4d4da;--edge:#b4b4c0;--ink:#1b1b1f;--quiet:#63636e;--accent:#4f5bd5;--accent-ground:#eef0fd;--on-accent:#fff;--bad:#b42318;--bad-ground:#fdf0ee;--good:#17723f;--shadow:0 0 0 1px rgb(0 0 0/.06),0 8px 30px rgb(0 0 0/.12);
--user:#0b7fb8;--machine:#4f5bd5;--cognito:#c26a00;--storage:#1a8a4d;--tabs:#b93a86}
@media (prefers-color-scheme:dark){:host(:not([theme=light])){${dark}}}
:host([theme=dark]){${dark}}`

const base = `
:host{all:initial;color-scheme:light dark;font:13px/20px system-ui,sans-serif;color:var(--ink);-webkit-font-smoothing:antialiased;font-variant-numeric:tabular-nums}
:host([theme=light]){color-scheme:light}:host([theme=dark]){color-scheme:dark}
*{box-sizing:border-box;margin:0;padding:0;min-width:0}
[hidden]{display:none!important}
ul,ol{list-style:none}
button,input,select{font:inherit;color:inherit}
button{background:none;border:0;cursor:pointer;text-align:start}
code,.mono,pre{font-family:ui-monospace,SFMono-Regular,Menlo,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace;font-size:12px}
pre{white-space:pre-wrap;overflow-wrap:anywhere;line-height:18px}
h2{font-size:12px;font-weight:500;line-height:16px;color:var(--quiet)}
h3{font-size:12px;font-weight:500;line-height:16px}
:focus-visible{outline:2px solid var(--accent);outline-offset:-2px;border-radius:4px}
:focus:not(:focus-visible){outline:0}
.quiet{color:var(--quiet)}.bad{color:var(--bad)}.good{color:var(--good)}.grow{flex:1}
.cut{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.icon{width:16px;height:16px;fill:none;stroke:currentColor;stroke-width:1.3;stroke-linecap:round;stroke-linejoin:round;display:block;flex:none}
.icon-button{width:28px;height:28px;display:grid;place-items:center;border-radius:6px;color:var(--quiet);flex:none}
.icon-button:hover{background:var(--hover);color:var(--ink)}
.dot{display:inline-block;width:6px;height:6px;border-radius:50%;flex:none}
.lane-user{background:var(--user)}.lane-machine{background:var(--machine)}.lane-cognito{background:var(--cognito)}.lane-storage{background:var(--storage)}.lane-tabs{background:var(--tabs)}
.chip{display:inline-flex;align-items:center;gap:4px;padding:0 6px;border-radius:4px;background:var(--hover);color:var(--quiet);font-size:11px;line-height:18px;white-space:nowrap;flex:none}
.chip b{font-weight:500;color:var(--ink)}.chip.accent{background:var(--accent-ground);color:var(--accent)}.chip.bad{background:var(--bad-ground);color:var(--bad)}
.chip code{font-size:11px}
.chips{display:flex;flex-wrap:wrap;gap:4px}
.hidden-value{padding:0 4px;border-radius:3px;background:var(--hover);color:var(--quiet);font-size:11px}
.no-value{color:var(--quiet)}.key{color:var(--quiet)}`

const shell = `
.launcher{position:fixed;right:16px;bottom:calc(16px + 40px*var(--place,0));max-width:calc(100vw - 32px);z-index:2147483000;display:flex;align-items:center;gap:8px;height:32px;padding:0 12px;border-radius:16px;background:var(--ground);box-shadow:var(--shadow)}
@media(max-width:30rem){.launcher{right:4px;bottom:calc(8px + 40px*var(--place,0));width:32px;padding:0;justify-content:center}.launcher :not(.beat){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}}
.launcher:hover{background:var(--raised)}
.launcher:focus-visible{border-radius:16px;outline-offset:2px}
.beat{width:8px;height:8px;border-radius:50%;background:var(--accent);flex:none}
.panel{container-type:inline-size;position:fixed;inset:auto 0 0;z-index:calc(2147480000 + var(--over,0));height:min(var(--height,380px),100vh - 48px);display:flex;flex-direction:column;background:var(--ground);border-top:1px solid var(--strong-line);box-shadow:0 -8px 30px rgb(0 0 0/.08)}
:host([embedded]){display:block;position:relative;height:100%}
:host([embedded]) .panel{position:absolute;z-index:0}
:host([alone]) .panel,:host([embedded]) .panel{inset:0;height:auto;border:0;box-shadow:none}
:host(:is([alone],[embedded])) :is(.handle,.bar .icon-button){display:none}
.handle{position:absolute;inset:-4px 0 auto;height:8px;cursor:ns-resize;touch-action:none;z-index:1}
.handle:hover,.handle:focus-visible{background:linear-gradient(transparent 3px,var(--accent) 3px 5px,transparent 5px);outline:0}
.bar{display:flex;align-items:center;height:36px;flex:none;padding:0 8px 0 4px;border-bottom:1px solid var(--line)}
.tabs{display:flex;align-self:stretch;overflow:auto hidden;scrollbar-width:none}
.tab{position:relative;flex:none;padding:0 10px;color:var(--quiet);font-weight:500}
.tab:hover{color:var(--ink)}
.tab[aria-selected=true]{color:var(--ink)}
.tab[aria-selected=true]::after{content:"";position:absolute;inset:auto 10px -1px;height:2px;background:var(--accent)}
.current{flex:1 0 32px;display:flex;align-items:center;justify-content:flex-end;gap:8px;padding:0 8px}
.view{flex:1;min-height:0;container-type:inline-size;display:grid}
.view>*{min-height:0}`

const now = `
.now{overflow:auto;display:grid;grid-template-columns:repeat(3,minmax(0,1fr));grid-auto-rows:minmax(100%,max-content)}
.now>*+*{border-inline-start:1px solid var(--line)}
.card{padding:12px 16px 16px;display:flex;flex-direction:column;gap:8px}
.column>.card:not([hidden])~.card{border-top:1px solid var(--line)}
.card:focus{outline:0}
.leaf{font-size:18px;line-height:24px;font-weight:600;letter-spacing:-.01em;overflow-wrap:anywhere}
.leaf.mono{font-size:16px}.leaf .quiet{font-weight:400}
.prose{max-width:56ch}
.rows{margin:0 -8px}
.row-line{display:flex;align-items:center;gap:8px;min-height:28px;padding:0 8px;width:100%}
.row-button{cursor:pointer;border-radius:6px}.row-button:hover{background:var(--hover)}
.row-line code.grow{flex:1 0 auto}.why .row-line code.grow{flex:1 1 0}.target{font-size:12px}
details[open]{background:var(--raised);border-radius:6px}
summary{list-style:none}summary::-webkit-details-marker{display:none}
.still::before,summary::before,button.row-line::before{content:"";width:5px;height:5px;border:solid var(--quiet);border-width:0 1.3px 1.3px 0;transform:rotate(-45deg);flex:none}
details[open]>summary::before{transform:rotate(45deg)}
.still::before{visibility:hidden}button.row-line::before{border:0;border-radius:50%;background:var(--accent);transform:none}
.button{height:28px;padding:0 12px;border-radius:6px;border:1px solid var(--strong-line);background:var(--ground);font-weight:500;justify-self:start}
.button:hover{background:var(--hover)}
.button.primary{background:var(--accent);border-color:transparent;color:var(--on-accent)}.button.primary:hover{filter:brightness(1.08)}
.button.small{height:24px;padding:0 8px;font-weight:400}
.waiting{display:flex;align-items:center;gap:8px}
.spinner{width:12px;height:12px;border-radius:50%;border:2px solid var(--line);border-top-color:var(--accent);flex:none}
@media (prefers-reduced-motion:no-preference){.spinner{animation:turn 1s linear infinite}@keyframes turn{to{transform:rotate(1turn)}}}
.step{display:grid;grid-template-columns:minmax(0,1fr) auto;padding:4px 8px;column-gap:8px;line-height:18px}
.step code{grid-column:1/-1;overflow-wrap:anywhere}.step-why,.step time{font-size:12px}
.facts{display:grid;grid-template-columns:minmax(88px,auto) minmax(0,1fr);gap:4px 12px}
.facts dt{color:var(--quiet)}.facts dd{overflow-wrap:anywhere}.facts pre{line-height:20px}
.why{display:grid;gap:4px}.why code{overflow-wrap:anywhere}
@container (max-width:1000px){.now{grid-template-columns:repeat(2,minmax(0,1fr));grid-auto-rows:max-content}.now>:last-child{grid-column:1/-1;border-inline-start:0;border-top:1px solid var(--line)}}
@container (max-width:600px){.now{grid-template-columns:minmax(0,1fr)}.now>*+*{border-inline-start:0}.column{display:contents}.now .card{border-top:1px solid var(--line)}.knows{order:1}}`

/**
 * Styles of the parts that are visible at once, for one constructed style sheet: a strict CSP allows no
 * other.
 */
export const styles = colours + base + shell + now
