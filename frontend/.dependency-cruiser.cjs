/** Imports point one way: app → features → charts → api, time, format, ui. A feature never reaches into another. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'features-stand-alone',
      comment: 'What two features share moves down, into charts, ui, api, time or format.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    { name: 'features-know-no-app', severity: 'error', from: { path: '^src/features/' }, to: { path: '^src/app/' } },
    {
      name: 'charts-know-no-feature',
      severity: 'error',
      from: { path: '^src/charts/' },
      to: { path: '^src/(features|app|live)/' },
    },
    {
      name: 'live-knows-only-api',
      severity: 'error',
      from: { path: '^src/live/' },
      to: { path: '^src/(features|app|charts)/' },
    },
    {
      name: 'ui-is-a-leaf',
      comment: 'Controls know neither data nor pages.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(api|features|app|live|charts)/' },
    },
    {
      name: 'time-and-format-are-pure',
      severity: 'error',
      from: { path: '^src/(time|format)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(api|ui|features|app|live|charts)/|node_modules' },
    },
    {
      name: 'api-knows-no-page',
      severity: 'error',
      from: { path: '^src/api/' },
      to: { path: '^src/(ui|features|app|live|charts)/' },
    },
    {
      name: 'uplot-only-in-charts',
      comment: 'One chart component, created once; everything else hands it data.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/charts/' },
      to: { path: 'node_modules/uplot' },
    },
    {
      name: 'product-knows-no-development-code',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(dev|e2e|tests)/' },
    },
    {
      name: 'no-unused-module',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$', '\\.test\\.tsx?$', '^src/main\\.tsx$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
