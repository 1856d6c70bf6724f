/**
 * The colours of everything printed and drawn: told apart by colour-blind readers and on a photocopy, because lightness changes with every step.
 * Light-to-dark blues follow ColorBrewer's `Blues` (C. Brewer, colorbrewer2.org), which is safe for both.
 */
export const ink = '#16202b'
export const muted = '#5b6875'
export const hairline = '#c9d1d9'
export const paper = '#ffffff'
export const land = '#f3f1ea'
export const accent = '#1f5582'
export const second = '#b4561b'
export const third = '#7d8b99'

/** At most five classes, light to dark. */
export const shades = ['#deebf7', '#9ecae1', '#6baed6', '#3182bd', '#08519c']

/** Typst carries Libertinus Serif inside; a browser takes the next that it has. */
export const fontFamily = "'Libertinus Serif', Georgia, 'Times New Roman', serif"
export const pale = '#9ecae1'
