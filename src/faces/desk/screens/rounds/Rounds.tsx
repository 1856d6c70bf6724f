/** Rounds: the list, planning a new one, and the workbench of each. */
import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { NotFound } from '../../shell/NotFound.tsx'
import { NewRound } from './NewRound.tsx'
import { RoundList } from './RoundList.tsx'

const Workbench = lazy(async () => ({ default: (await import('../workbench/Workbench.tsx')).Workbench }))

export function Rounds() {
  return (
    <Switch>
      <Route path="/rounds" component={RoundList} />
      <Route path="/rounds/new" component={NewRound} />
      <Route path="/rounds/:round/:tab?">{({ round, tab }) => <Workbench key={round} id={round} tab={tab ?? 'board'} />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}
