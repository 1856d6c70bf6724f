/** The mission's strategy: the whole on one page, and each focus area on its own. */
import './strategy.css'
import { Route, Switch } from 'wouter'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useWords } from '../../words/words.ts'
import { Learning } from './followUp/Learning.tsx'
import { VerificationBench } from './followUp/VerificationBench.tsx'
import { OneIndicator } from './indicator/OneIndicator.tsx'
import { OneArea } from './OneArea.tsx'
import { ActivityForm } from './projects/ActivityForm.tsx'
import { OneProject } from './projects/OneProject.tsx'
import { ProjectForm } from './projects/ProjectForm.tsx'
import { ProjectList } from './projects/ProjectList.tsx'
import { OneReport } from './reports/OneReport.tsx'
import { Reports } from './reports/Reports.tsx'
import { useStrategy } from './strategy.ts'
import { WholeStrategy } from './WholeStrategy.tsx'

export function StrategyScreen() {
  const { t } = useWords()
  const { data, error } = useStrategy()
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingPage />
  return (
    <Switch>
      <Route path="/strategy">
        <WholeStrategy strategy={data} />
      </Route>
      <Route path="/strategy/bench" component={VerificationBench} />
      <Route path="/strategy/learning" component={Learning} />
      <Route path="/strategy/projects" component={ProjectList} />
      <Route path="/strategy/projects/new">
        <ProjectForm />
      </Route>
      <Route path="/strategy/projects/:id">{({ id }) => <OneProject id={id} strategy={data} />}</Route>
      <Route path="/strategy/projects/:id/plan">{({ id }) => <ActivityForm project={id} strategy={data} />}</Route>
      <Route path="/strategy/projects/:id/activities/:activity">
        {({ id, activity }) => <ActivityForm project={id} activity={activity} strategy={data} />}
      </Route>
      <Route path="/strategy/reports" component={Reports} />
      <Route path="/strategy/reports/:id">{({ id }) => <OneReport key={id} id={id} />}</Route>
      <Route path="/strategy/indicators/:code">{({ code }) => <OneIndicator code={code} />}</Route>
      <Route path="/strategy/:area">
        {({ area: number }) => {
          const area = data.areas.find((each) => String(each.number) === number)
          return area ? <OneArea strategy={data} area={area} /> : <NotFound />
        }}
      </Route>
      <Route component={NotFound} />
    </Switch>
  )
}
