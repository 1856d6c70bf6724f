/** The line that a browser sends about itself, as two words that its owner knows again: "Firefox", "Windows". Null for what we do not know. */

// The order matters: each of the later ones is named in the lines of the earlier ones too.
const browsers: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

const firstOf = (known: [RegExp, string][], line: string) => known.find(([pattern]) => pattern.test(line))?.[1] ?? null

export const browserName = (line: string): { browser: string | null; system: string | null } => ({
  browser: firstOf(browsers, line),
  system: firstOf(systems, line),
})
