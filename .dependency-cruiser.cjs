/** Who may import whom: engines <- kernel <- registry <- domains <- main; faces stand aside. ARCHITECTURE.md explains each rule. */
const serverSide = '^src/(kernel|registry|domains)/'
module.exports = {
  forbidden: [
    // Types that name each other vanish before anything runs, and a screen that is loaded on demand may know the list that loads it; cycles of code tangle.
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } } },
    {
      name: 'engines-are-pure',
      severity: 'error',
      from: { path: '^src/engines/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^src/engines/|^node_modules/(highs|d3-delaunay|robust-predicates|delaunator)' },
    },
    { name: 'engines-import-only-engines', severity: 'error', from: { path: '^src/engines/' }, to: { path: '^src/(kernel|registry|domains|faces|main)' } },
    { name: 'kernel-knows-no-domain', severity: 'error', from: { path: '^src/kernel/' }, to: { path: '^src/(registry|domains|faces|main)' } },
    { name: 'registry-knows-no-domain', severity: 'error', from: { path: '^src/registry/' }, to: { path: '^src/(domains|faces|main)' } },
    {
      name: 'kernel-through-its-doors',
      severity: 'error',
      from: { path: '^src/(registry|domains|main)', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/kernel/', pathNot: '^src/kernel/(index|shared|publishing|tables)\\.ts$' },
    },
    { name: 'registry-through-its-doors', severity: 'error', from: { path: '^src/(domains|main)' }, to: { path: '^src/registry/[^/]+/(?!index\\.ts$)' } },
    {
      name: 'domain-through-its-door',
      severity: 'error',
      from: { path: '^src/domains/([^/]+)/' },
      to: { path: '^src/domains/', pathNot: ['^src/domains/$1/', '^src/domains/[^/]+/index\\.ts$'] },
    },
    {
      name: 'browser-never-imports-the-server',
      severity: 'error',
      from: { path: '^src/faces/(desk|field|ui)/|/screens/' },
      to: { path: serverSide, pathNot: '^src/kernel/shared\\.ts$|/screens/|/shared\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
