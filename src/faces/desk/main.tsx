/** The desk opens here: language, theme, answers of the server, then the application. */
import './mantine.css'
import './desk.css'
import { MantineProvider } from '@mantine/core'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { LanguageProvider } from '../ui/language.tsx'
import { App } from './App.tsx'
import { isRefusal } from './api/ask.ts'
import { sessionKey } from './api/session.ts'
import { cssVariables, theme } from './theme.ts'

// Whose session ended meanwhile is asked to sign in again, and who must now enrol a second factor is led there, whatever was on the screen.
const shut = ['access.sign-in-needed', 'access.second-factor-needed']
const signedOut = (error: Error) => {
  if (isRefusal(error) && error.refusals.some(({ code }) => shut.includes(code))) answers.invalidateQueries({ queryKey: sessionKey })
}

// A refusal is an answer; only a broken line is worth asking again.
const answers = new QueryClient({
  queryCache: new QueryCache({ onError: signedOut }),
  mutationCache: new MutationCache({ onError: signedOut }),
  defaultOptions: {
    queries: { retry: (failed, error) => !isRefusal(error) && failed < 2, staleTime: 10_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={answers}>
      <LanguageProvider>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
          <Router base="/desk">
            <App />
          </Router>
        </MantineProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
