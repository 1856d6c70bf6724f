/** Colours, spaces and type of every face: dark ink on light ground, one indigo from the capulana. The portal's style sheet and the report carry the same values. */
export const colours = {
  ink: '#16202b',
  quiet: '#52606d',
  line: '#d8d3c6',
  edge: '#7b8794',
  ground: '#fbfaf6',
  paper: '#ffffff',
  wash: '#eaf0f5',
  accent: '#1f4e79',
  accentDark: '#163a5b',
  pale: '#a9c3da',
  land: '#f3f1ea',
  silent: '#c4c2bc',
  warnWash: '#fdf1d3',
  warnLine: '#b98a1c',
  warnInk: '#6d4c00',
  errorWash: '#fbe9e4',
  errorLine: '#b4441b',
  errorInk: '#8a2c0c',
  goodInk: '#1f6043',
  goodWash: '#e6f2ea',
} as const

/** At most five classes, light to dark (ColorBrewer `Blues`): told apart by colour-blind readers and on a photocopy. */
export const shades = ['#deebf7', '#9ecae1', '#6baed6', '#3182bd', '#08519c'] as const

/** Outcomes of places on a progress strip: each differs in lightness and in pattern, never by colour alone. */
export const outcomeColours = {
  assessed: '#1f4e79',
  carriedForward: '#8fb3d1',
  notAssessed: '#d9a441',
  closed: '#9aa3ad',
  waiting: '#ffffff',
} as const

export const fonts = {
  text: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Ubuntu, sans-serif",
  heading: "ui-serif, Georgia, Cambria, 'Noto Serif', 'Times New Roman', serif",
} as const

export const sizes = { small: '0.8125rem', text: '0.9375rem', large: '1.125rem', heading: '1.375rem', title: '1.75rem', figure: '2.25rem' } as const
