/** How the desk is built for browsers: first load small, the map library only where a map is drawn. Sizes are printed by the build. */

import { fileURLToPath, URL } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const libraryOf = (id: string): string | undefined => {
  const file = id.replaceAll('\\', '/')
  if (/node_modules\/(react|react-dom|scheduler)\//.test(file)) return 'react'
  if (/node_modules\/(@mantine|@floating-ui|clsx|react-remove-scroll|type-fest)\//.test(file)) return 'mantine'
  return undefined
}

export default defineConfig({
  root: here('./src/faces/desk'),
  base: '/desk/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: here('./dist/desk'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // The map library alone is above the usual limit; it loads only with a map.
    chunkSizeWarningLimit: 1100,
    rollupOptions: { checks: { pluginTimings: false }, output: { manualChunks: libraryOf } },
  },
})
