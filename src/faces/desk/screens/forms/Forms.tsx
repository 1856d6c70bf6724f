/** Questionnaires and the field: what goes out to phones, what comes back, who carries it. */
import './forms.css'
import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { NotFound } from '../../shell/NotFound.tsx'
import { FormList } from './FormList.tsx'

const AuthorScreen = lazy(async () => ({ default: (await import('./author/AuthorScreen.tsx')).AuthorScreen }))

export function Forms() {
  return (
    <Switch>
      <Route path="/forms" component={FormList} />
      <Route path="/forms/:form/:tab?">{({ form, tab }) => <AuthorScreen key={form} id={form} tab={tab ?? 'questions'} />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}
