/** The field app opens here: words of the reader's language, colours, the service worker, then the app. */
import './field.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { applyTheme, themeKept } from './shell/theme.ts'
import { startWorker } from './shell/worker.ts'

applyTheme(themeKept())
startWorker()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
