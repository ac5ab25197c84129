/** The style of the whole page. The page allows no other style, no script and no external resource. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #fff; --text: #1b1f24; --quiet: #57606a; --line: #8c959f; --box: #f6f8fa;
  --bad: #a40e26; --bad-ground: #ffebe9; --link: #0757b8;
  --heat-0: #fff; --heat-1: #e3f3e6; --heat-2: #c0e6c8; --heat-3: #96d5a4; --heat-4: #6bc17f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117; --text: #e6edf3; --quiet: #a3adb8; --line: #6e7681; --box: #161b22;
    --bad: #ff9d94; --bad-ground: #4a1512; --link: #79b8ff;
    --heat-0: #0d1117; --heat-1: #10291a; --heat-2: #123a22; --heat-3: #154d2c; --heat-4: #196138;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 1rem clamp(1rem, 3vw, 3rem) 4rem;
  background: var(--ground); color: var(--text);
  font: 15px/1.45 system-ui, sans-serif;
}
h1 { font-size: 1.4rem; margin: .5rem 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h3, h4, h5 { font-size: 1.05rem; margin: 0 0 .6rem; }
p { margin: .3rem 0; max-width: 75ch; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code, pre { font: 13px/1.45 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
.quiet { color: var(--quiet); }
.shares, .legend { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; padding: 0; margin: .8rem 0; list-style: none; }
.shares b { font-size: 1.3rem; display: block; }
.legend li { border: 1px solid var(--line); border-radius: 4px; padding: .1rem .5rem; }
.map { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(27rem, 100%), 1fr)); gap: 1rem; align-items: start; }
.box { border: 1px solid var(--line); border-radius: 8px; background: var(--box); padding: .9rem; min-width: 0; }
.box:has(.box), .box:has([open]) { grid-column: 1 / -1; }
.inside { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr)); gap: .7rem; align-items: start; }
.leaf { border: 1px solid var(--line); border-radius: 6px; min-width: 0; }
.leaf[open] { grid-column: 1 / -1; }
.leaf:target { outline: 3px solid var(--link); }
.leaf > summary { cursor: pointer; min-height: 4rem; padding: .6rem .8rem; overflow-wrap: anywhere; border-radius: 5px; }
.leaf b { font-size: 1.05rem; }
.leaf ul { margin: 0; padding: .4rem .6rem .6rem 1.6rem; background: var(--ground); border-radius: 0 0 5px 5px; }
.heat-0 { background: var(--heat-0); border-style: dashed; }
.heat-1 { background: var(--heat-1); }
.heat-2 { background: var(--heat-2); }
.heat-3 { background: var(--heat-3); }
.heat-4 { background: var(--heat-4); }
.failed { background: var(--bad-ground); border: 3px double var(--bad); }
.bad { color: var(--bad); font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { white-space: nowrap; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody th { font-weight: 400; }
details > summary { cursor: pointer; }
.failure { border-bottom: 1px solid var(--line); padding: .35rem 0; }
.failure code { display: block; margin-left: 1rem; }
`

/** SHA-256 of the style, for the page's content security policy; a test recomputes it. */
export const styleHash = 'sha256-5DUNY9/BCjLUOLtY1Q6w0COVeMPI8cJJqNzA0yMn0mg='
