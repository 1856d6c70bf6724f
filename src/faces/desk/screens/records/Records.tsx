/** The regular screens of every declared record: the lists, one list, one row, a new row. */
import { Route, Switch } from 'wouter'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type RecordShape, recordName, useDictionary } from '../../api/dictionary.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useWords } from '../../words/words.ts'
import { AllLists } from './AllLists.tsx'
import { NewRow } from './NewRow.tsx'
import { OneRow } from './OneRow.tsx'
import { RowList } from './RowList.tsx'

type Address = { schema: string; table: string; id?: string }

export function Records() {
  const { t } = useWords()
  const { data, error } = useDictionary()
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingPage />
  const declared = ({ schema, table }: Address): RecordShape | undefined => data.find(({ name }) => name === recordName(schema, table))
  return (
    <Switch>
      <Route path="/records">
        <AllLists records={data} />
      </Route>
      <Route path="/records/:schema/:table">
        {(address) => {
          const record = declared(address)
          return record ? <RowList key={record.name} record={record} /> : <NotFound />
        }}
      </Route>
      <Route path="/records/:schema/:table/new">
        {(address) => {
          const record = declared(address)
          return record?.canCreate ? <NewRow key={record.name} record={record} /> : <NotFound />
        }}
      </Route>
      <Route path="/records/:schema/:table/:id">
        {(address) => {
          const record = declared(address)
          return record ? <OneRow key={address.id} record={record} id={address.id} /> : <NotFound />
        }}
      </Route>
      <Route component={NotFound} />
    </Switch>
  )
}
