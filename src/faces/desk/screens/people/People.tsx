/** The administrator's book of people: who may do what, where; links to sign in; accounts closed and opened. */
import './people.css'
import { Route, Switch } from 'wouter'
import { NotFound } from '../../shell/NotFound.tsx'
import { AddPerson } from './AddPerson.tsx'
import { OnePerson } from './OnePerson.tsx'
import { PersonList } from './PersonList.tsx'

export function People() {
  return (
    <Switch>
      <Route path="/people" component={PersonList} />
      <Route path="/people/new" component={AddPerson} />
      <Route path="/people/:id">{({ id }) => <OnePerson key={id} id={id} />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}
