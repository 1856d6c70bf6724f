/** Questionnaires and the field: what goes out to phones, what comes back, who carries it. */
import './forms.css'
import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { NotFound } from '../../shell/NotFound.tsx'
import { FormList } from './FormList.tsx'

const AuthorScreen = lazy(async () => ({ default: (await import('./author/AuthorScreen.tsx')).AuthorScreen }))

const ReviewScreen = lazy(async () => ({ default: (await import('./review/ReviewScreen.tsx')).ReviewScreen }))
const PhonesScreen = lazy(async () => ({ default: (await import('./phones/PhonesScreen.tsx')).PhonesScreen }))
const ListsScreen = lazy(async () => ({ default: (await import('./decide/ListsScreen.tsx')).ListsScreen }))
const AsideScreen = lazy(async () => ({ default: (await import('./decide/AsideScreen.tsx')).AsideScreen }))

export function Forms() {
  return (
    <Switch>
      <Route path="/forms" component={FormList} />
      <Route path="/forms/review" component={ReviewScreen} />
      <Route path="/forms/phones" component={PhonesScreen} />
      <Route path="/forms/lists" component={ListsScreen} />
      <Route path="/forms/aside" component={AsideScreen} />
      <Route path="/forms/:form/:tab?">{({ form, tab }) => <AuthorScreen key={form} id={form} tab={tab ?? 'questions'} />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}
