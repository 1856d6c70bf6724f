/**
 * When a screen breaks, or a part of the app is asked for that is not on the phone yet and there is no network: a sentence and a way on, never a white page.
 * What was typed is on the disk already.
 */
import { Component, type ReactNode } from 'react'
import type { Words } from '../words/pt.ts'

type Given = { words: Words; children: ReactNode }

export class Broken extends Component<Given, { isBroken: boolean }> {
  constructor(given: Given) {
    super(given)
    this.state = { isBroken: false }
  }
  static getDerivedStateFromError() {
    return { isBroken: true }
  }
  override render() {
    const { words, children } = this.props
    if (!this.state.isBroken) return children
    return (
      <section>
        <p className="told" role="alert">
          {words[navigator.onLine ? 'broken' : 'brokenOffline']}
        </p>
        <button
          type="button"
          className="main"
          onClick={() => {
            location.hash = '#/'
            this.setState({ isBroken: false })
          }}
        >
          {words.back}
        </button>
      </section>
    )
  }
}
