/** How the public finds its way in a snapshot: what each column means, how it was made and what it does not say. */
import { type ProductKind, printNumber } from '../../../../kernel/publishing.ts'
import type { PublicSnapshot } from './publicSnapshot.ts'
import { snapshotColumns } from './snapshotFiles.ts'
import { snapshotWords } from './snapshotWords.ts'

export const snapshotKind = '4w-snapshot'

export const snapshotProduct: ProductKind = {
  kind: snapshotKind,
  tables: [
    { name: 'operational-presence', title: { pt: 'Presença operacional', en: 'Operational presence' }, files: ['.csv', '.xlsx'], columns: snapshotColumns },
  ],
  method: ({ organisations, districts, reach, limitations, format }: PublicSnapshot) => ({
    method: reach ? [reach.rule] : [],
    coverage: [
      {
        pt: snapshotWords.pt.summary(printNumber(organisations, 'pt'), printNumber(districts, 'pt')),
        en: snapshotWords.en.summary(printNumber(organisations, 'en'), printNumber(districts, 'en')),
      },
    ],
    limits: limitations,
    version: format,
  }),
}
