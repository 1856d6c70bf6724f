/** What coordination brings to the month's report and the migration profile: who was present where, as the newest published month of the 4W has it. */
import type { BroughtFigure, ReportSource } from '../../kernel/index.ts'
import { contentOf, searchProducts } from '../../kernel/publishing.ts'
import type { PublicSnapshot } from './fourW/snapshot/publicSnapshot.ts'
import { snapshotKind } from './fourW/snapshot/snapshotProduct.ts'

const organisations = { one: { pt: 'organização', en: 'organisation' }, many: { pt: 'organizações', en: 'organisations' } }
const districts = { one: { pt: 'distrito', en: 'district' }, many: { pt: 'distritos', en: 'districts' } }

export const presenceInReports: ReportSource = {
  section: 'governance',
  async read(house, { to }) {
    const { products } = await searchProducts(house.doors, { kind: snapshotKind, to, limit: 20, offset: 0 })
    const [newest, earlier] = products.filter(({ periodTo, demonstration }) => periodTo <= to && !demonstration)
    const set = newest && (await contentOf<PublicSnapshot>(house.files, newest))
    if (!set) return []
    const before = earlier ? await contentOf<PublicSnapshot>(house.files, earlier) : null
    const about = { from: set.month, to: set.to, source: { pt: 'quem faz o quê onde, publicado', en: 'published who does what where' } }
    return [
      {
        ...{ code: 'W.organisations', name: { pt: 'Organizações presentes', en: 'Organisations present' }, unit: organisations },
        ...{ value: set.organisations, before: before?.organisations ?? null, ...about },
      },
      {
        ...{ code: 'W.districts', name: { pt: 'Distritos com alguma organização', en: 'Districts with any organisation' }, unit: districts },
        ...{ value: set.districts, before: before?.districts ?? null, ...about },
      },
    ] satisfies BroughtFigure[]
  },
}
