/** Bright sun, dark, or what the phone says. */
export type Theme = 'auto' | 'sun' | 'dark'
const kept = 'capulana.theme'

export const themeKept = (): Theme => {
  const found = localStorage.getItem(kept)
  return found === 'sun' || found === 'dark' ? found : 'auto'
}

export function applyTheme(theme: Theme): void {
  localStorage.setItem(kept, theme)
  document.documentElement.dataset.theme = theme
}
