/** Mantine dressed in our tokens, dense by default; the tokens become CSS variables for the desk's own style sheet too. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { colours, fonts, outcomeColours, sizes } from '../ui/tokens.ts'

const indigo: MantineColorsTuple = ['#eaf0f5', '#d3e0eb', '#a9c3da', '#7ea5c8', '#5a8ab5', '#3d719f', '#2b5f8d', '#1f4e79', '#163a5b', '#0f2a43']

export const theme = createTheme({
  fontFamily: fonts.text,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontFamily: fonts.heading, fontWeight: '600' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: sizes.text, lg: sizes.large, xl: sizes.heading },
  colors: { indigo },
  primaryColor: 'indigo',
  primaryShade: 7,
  black: colours.ink,
  defaultRadius: 4,
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 2 } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.35 }, centered: true } },
  },
})

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const variables = (prefix: string, values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${prefix}${kebab(name)}`, value]))

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    ...variables('', colours),
    ...variables('outcome-', outcomeColours),
    ...variables('font-', fonts),
    ...variables('size-', sizes),
  },
  light: {
    '--mantine-color-body': colours.ground,
    '--mantine-color-dimmed': colours.quiet,
    '--mantine-color-placeholder': colours.quiet,
    '--mantine-color-error': colours.errorInk,
    '--mantine-color-default-border': colours.edge,
  },
  dark: {},
})
