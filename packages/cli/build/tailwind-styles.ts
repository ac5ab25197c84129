/** A picture as a mask, so that it has the colour of the text; a class may have no blank and no quote. */
function mask(path: string, viewBox: string): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${viewBox}' fill='none' stroke='#000' stroke-width='1.75'>${path}</svg>`
  const encoded = encodeURIComponent(svg)
    .replaceAll("'", '%27')
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
  return `[mask:url(data:image/svg+xml,${encoded})_center/contain_no-repeat]`
}

const open =
  "<path d='M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z'/><circle cx='12' cy='12' r='3'/>"

const text = 'text-slate-900 dark:text-slate-100'
const soft = 'text-slate-600 dark:text-slate-400'
const border = 'border-slate-300 dark:border-slate-600'
/** Three to one against the ground: an empty field is seen by its border alone. */
const fieldBorder = 'border-slate-500 dark:border-slate-400'
const ring =
  'focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-indigo-600 dark:focus-visible:outline-indigo-300'
const busy =
  "aria-busy:before:mr-2 aria-busy:before:inline-block aria-busy:before:size-4 aria-busy:before:animate-spin aria-busy:before:rounded-full aria-busy:before:border-2 aria-busy:before:border-current aria-busy:before:border-e-transparent aria-busy:before:align-[-0.125em] aria-busy:before:content-[''] motion-reduce:aria-busy:before:animate-none"
const button = `min-h-11 rounded-lg border px-4 py-2 font-semibold transition-colors disabled:opacity-55 ${ring} ${busy}`
const danger =
  'data-[kind=danger]:border-red-700 data-[kind=danger]:text-red-700 dark:data-[kind=danger]:border-red-300 dark:data-[kind=danger]:text-red-300 data-[kind=danger]:hover:enabled:bg-red-50 dark:data-[kind=danger]:hover:enabled:bg-red-950'

/** The look of each part of the screens, in Tailwind's classes: the one mapping of `--css tailwind`. */
export const tailwindStyles = {
  card: `scheme-light-dark mx-auto my-8 w-[min(27rem,100%-2rem)] rounded-2xl border border-slate-200 bg-white p-6 text-base shadow-lg has-[[role=tablist]]:w-[min(56rem,100%-2rem)] sm:p-10 dark:border-slate-700 dark:bg-slate-900 ${text}`,
  notice:
    'rounded-lg bg-emerald-50 p-3 text-emerald-800 not-empty:mb-6 empty:hidden dark:bg-emerald-950 dark:text-emerald-200',
  alert:
    'rounded-lg bg-red-50 p-3 text-red-800 not-empty:mt-5 empty:p-0 dark:bg-red-950 dark:text-red-200',
  h1: 'text-2xl font-bold tracking-tight text-balance wrap-anywhere focus:outline-none',
  h2: 'text-xl font-semibold tracking-tight focus:outline-none',
  lead: `mt-2 wrap-anywhere ${soft}`,
  field: 'mt-5',
  label: 'mb-1.5 block text-sm font-semibold',
  input: `min-h-11 w-full rounded-lg border bg-white px-3.5 py-2 aria-invalid:border-red-700 dark:bg-slate-950 dark:aria-invalid:border-red-300 ${fieldBorder} ${ring}`,
  choice: 'flex min-h-11 items-center gap-3 wrap-anywhere has-disabled:opacity-55',
  choiceInput: `size-5 flex-none accent-indigo-600 ${ring}`,
  password: 'relative [&>input]:pe-13',
  eye: `absolute inset-y-px end-px w-11 rounded-md before:mx-auto before:block before:size-5 before:bg-current before:content-[''] before:${mask(open, '24 24')} aria-pressed:before:${mask(`${open}<path d='m4 4 16 16'/>`, '24 24')} ${soft} ${ring}`,
  hint: `mt-1.5 text-sm ${soft}`,
  rules: `mt-2 grid gap-0.5 text-sm ${soft}`,
  rule: "flex items-center gap-2 before:flex-none before:content-['○'] data-[passed=true]:text-emerald-700 data-[passed=true]:before:content-['✓'] dark:data-[passed=true]:text-emerald-300",
  fieldAlert: 'text-sm text-red-800 not-empty:mt-1.5 dark:text-red-300',
  actions:
    'mt-5 flex flex-wrap gap-3 not-has-[button]:hidden [&>button]:grow in-data-[route=signedIn]:[&>button]:grow-0',
  providers: `mt-5 flex flex-col gap-3 border-t pt-5 not-has-[button]:hidden ${border}`,
  links: 'mt-4 flex flex-wrap justify-between gap-x-4 text-sm not-has-[button]:hidden',
  tools:
    'flex flex-wrap gap-x-5 text-sm not-has-[button]:hidden [&>button]:border-0 [&>button]:px-0 [&>button]:font-normal [&>button]:underline',
  button: `${button} ${border} hover:enabled:bg-slate-100 dark:hover:enabled:bg-slate-800 ${danger} data-[kind=link]:border-0 data-[kind=link]:px-0 data-[kind=link]:font-normal data-[kind=link]:underline data-[kind=link]:decoration-transparent data-[kind=link]:underline-offset-4 data-[kind=link]:hover:bg-transparent data-[kind=link]:hover:decoration-current`,
  submit: `${button} border-transparent bg-indigo-600 text-white hover:enabled:bg-indigo-700 ${danger} data-[kind=danger]:bg-transparent`,
  account: `mt-8 border-t pt-6 md:grid md:grid-cols-[14rem_minmax(0,1fr)] md:gap-10 ${border}`,
  tabs: 'mb-6 flex flex-wrap gap-1 md:flex-col',
  tab: `min-h-11 rounded-lg px-4 py-2 text-start font-semibold aria-selected:bg-slate-100 dark:aria-selected:bg-slate-800 ${ring}`,
  devices: 'divide-y divide-slate-200 dark:divide-slate-700',
  device: 'py-3.5 wrap-anywhere',
  passkeys: 'divide-y divide-slate-200 [&>li]:py-3.5 [&>li]:wrap-anywhere dark:divide-slate-700',
  setup: 'mt-5',
  setupText: 'mb-1.5 text-sm font-medium',
  qr: 'my-4 block w-[min(13rem,100%)] rounded-lg border border-slate-200 bg-white fill-black forced-color-adjust-none',
  secret:
    'my-3 block rounded-lg bg-slate-100 p-3 font-mono text-sm wrap-anywhere select-all dark:bg-slate-800',
  visuallyHidden: 'sr-only',
} as const satisfies Readonly<Record<string, string>>
