/** Who reads what stands behind the strategy: the whole office, and cluster coordination; never phones, partners or the public. */

export const resultsReaders = {
  admin: 'all',
  dataOfficer: 'all',
  reportOfficer: 'all',
  governmentReviewer: 'all',
  coordinator: 'all',
  chief: 'all',
  monitoring: 'all',
  clusterCoordinator: 'all',
} as const
