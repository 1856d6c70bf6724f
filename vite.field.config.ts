/**
 * How the field app is built: a small shell first, the form engine and everything that only a form needs in parts of their own, and a service worker that
 * knows by name and size what was built. Phones of the field run old browsers, so the target is older than the desk's.
 */
import { createHash } from 'node:crypto'
import { fileURLToPath, URL } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const libraryOf = (id: string): string | undefined => {
  const file = id.replaceAll('\\', '/')
  if (/node_modules\/(react|react-dom|scheduler)\//.test(file)) return 'react'
  if (/node_modules\/@getodk\/xforms-engine\//.test(file)) return 'engine'
  return undefined
}

/** Writes into the service worker what was built: the shell, which every phone gets, and the rest, which comes with "prepare for the field". */
const nameWhatWasBuilt: Plugin = {
  name: 'name-what-was-built',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const worker = bundle['sw.js']
      if (worker?.type !== 'chunk') return this.error('the service worker is missing from the build')
      const shell = new Set<string>()
      const add = (name: string) => {
        const part = bundle[name]
        if (!part || shell.has(name)) return
        shell.add(name)
        if (part.type === 'chunk') for (const next of [...part.imports, ...(part.viteMetadata?.importedCss ?? [])]) add(next)
      }
      for (const part of Object.values(bundle))
        if (part.type === 'chunk' && ((part.isEntry && part.name === 'index') || /\/words\/(pt|en)\.ts$/.test(part.facadeModuleId ?? ''))) add(part.fileName)
      // A helper that both need would draw it in; the build then says so, and not the person who pays for the data.
      const engine = [...shell].find((name) => name.startsWith('assets/engine-'))
      if (engine) return this.error(`the form engine (${engine}) would be part of the first load`)
      const parts = Object.values(bundle).filter(({ fileName }) => fileName.startsWith('assets/') && !fileName.endsWith('.map'))
      const sized = parts.map((part) => {
        const content = part.type === 'chunk' ? part.code : part.source
        return { name: part.fileName, bytes: Buffer.byteLength(content), isShell: shell.has(part.fileName) }
      })
      const built = { version: createHash('sha256').update(JSON.stringify(sized)).update(worker.code).digest('hex').slice(0, 12), parts: sized }
      worker.code = worker.code.replace(/["'`]__BUILT__["'`]/, JSON.stringify(JSON.stringify(built)))
    },
  },
}

export default defineConfig({
  root: here('./src/faces/field'),
  base: '/field/',
  plugins: [react(), nameWhatWasBuilt],
  build: {
    outDir: here('./dist/field'),
    emptyOutDir: true,
    target: ['chrome90', 'firefox91', 'safari15.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The engine alone is above the usual limit; it loads with the first form.
    chunkSizeWarningLimit: 1600,
    rollupOptions: {
      // The engine's WebAssembly loader names eval for side modules that it never loads; the page's policy forbids it anyway.
      checks: { pluginTimings: false, eval: false },
      input: { index: here('./src/faces/field/index.html'), preview: here('./src/faces/field/preview.html'), sw: here('./src/faces/field/sw.ts') },
      output: { manualChunks: libraryOf, entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
})
