/** Import: hand in a file, see what it would write, answer what only a person can, confirm, undo. The screen that makes a data officer's week. */
import './import.css'
import { Route, Switch } from 'wouter'
import { NotFound } from '../../shell/NotFound.tsx'
import { HandIn } from './HandIn.tsx'
import { OneImport } from './OneImport.tsx'

export function Import() {
  return (
    <Switch>
      <Route path="/import" component={HandIn} />
      <Route path="/import/:id/:step?">{({ id, step }) => <OneImport key={id} id={id} step={step} />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}
