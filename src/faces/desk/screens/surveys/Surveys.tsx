/** Surveys: the list, a new one, and each with its design, its collection and its results. */
import './surveys.css'
import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { NotFound } from '../../shell/NotFound.tsx'
import { SurveyList } from './SurveyList.tsx'

const NewSurvey = lazy(async () => ({ default: (await import('./NewSurvey.tsx')).NewSurvey }))
const OneSurvey = lazy(async () => ({ default: (await import('./OneSurvey.tsx')).OneSurvey }))

export function Surveys() {
  return (
    <Switch>
      <Route path="/surveys" component={SurveyList} />
      <Route path="/surveys/new" component={NewSurvey} />
      <Route path="/surveys/:id">{({ id }) => <OneSurvey id={id} part="design" />}</Route>
      <Route path="/surveys/:id/collection">{({ id }) => <OneSurvey id={id} part="collection" />}</Route>
      <Route path="/surveys/:id/results">{({ id }) => <OneSurvey id={id} part="results" />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}
