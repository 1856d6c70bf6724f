/** The day of whoever keeps a warehouse. */
import { Empty } from '../../../../ui/Empty.tsx'
import { useWords } from '../../../words/words.ts'

export function StockTab() {
  const { t } = useWords()
  return <Empty title={t('stock.noWarehouse')}>{t('stock.noWarehouseNote')}</Empty>
}
