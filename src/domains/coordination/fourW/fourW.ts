/** What the 4W brings to its domain, in one place. */
import { Activity, ActivityChange, ActivityComment } from './activity.ts'
import { Cycle, MonthlyReport, PlaceFigure } from './cycle.ts'
import { cycleRoutes } from './cycleRoutes.ts'
import { exactRoutes, exactSentences } from './exact/exactRoutes.ts'
import { fourWSentences } from './fourWSentences.ts'
import { fourWImporter } from './import/importer.ts'
import { ownFourWImporter } from './import/ownImporter.ts'
import { monthSentences } from './monthSentences.ts'
import { readRoutes } from './readRoutes.ts'
import { SameWorkAnswer } from './sameWork/answer.ts'
import { sameWorkRoutes } from './sameWork/sameWorkRoutes.ts'
import { sameWorkSentences } from './sameWork/sameWorkSentences.ts'
import { snapshotProduct } from './snapshot/snapshotProduct.ts'

export const fourW = {
  records: [Cycle, MonthlyReport, PlaceFigure, Activity, ActivityComment, ActivityChange, SameWorkAnswer],
  importers: [fourWImporter, ownFourWImporter],
  routes: [...readRoutes, ...cycleRoutes, ...sameWorkRoutes, ...exactRoutes],
  products: [snapshotProduct],
  sentences: { ...fourWSentences, ...monthSentences, ...sameWorkSentences, ...exactSentences },
}
