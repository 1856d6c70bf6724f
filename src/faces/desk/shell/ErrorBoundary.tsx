/** A broken screen says so in a sentence and leaves the rest of the desk standing. React offers this to classes only. */
import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useWords } from '../words/words.ts'

export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <Broken onAgain={() => this.setState({ broken: false })} /> : this.props.children
  }
}

function Broken({ onAgain }: { onAgain: () => void }) {
  const { t } = useWords()
  return (
    <div className="empty" role="alert">
      <h1 className="empty-title">{t('broken')}</h1>
      <p>{t('brokenNote')}</p>
      <Button onClick={onAgain}>{t('tryAgain')}</Button>
    </div>
  )
}
