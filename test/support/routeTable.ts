/** Who may enter by which door. Written by hand from what SECURITY.md says of the roles; a route that is not here fails http.test.ts. */
import type { Column } from './everyRole.ts'

type Who = 'everyone' | 'signedIn' | 'device' | readonly Column[]

const admin = ['admin'] as const
const officer = ['dataOfficer'] as const
const registrars = ['admin', 'dataOfficer'] as const
const office = ['dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'] as const
const staff = [...office, 'admin', 'enumerator'] as const
const field = [...office, 'enumerator'] as const
const formsOffice = ['dataOfficer', 'reportOfficer', 'coordinator', 'chief', 'monitoring', 'admin', 'enumerator'] as const
const answerReaders = ['dataOfficer', 'coordinator', 'chief', 'monitoring'] as const
const except = (who: readonly Column[], ...without: Column[]): Column[] => who.filter((column) => !without.includes(column))

/** Reading, export, creating, changing of a declared record. */
const record = (path: string, readers: Who, create?: readonly Column[], update?: readonly Column[]): [string, Who][] => [
  [`GET ${path}`, readers],
  [`GET ${path}/:id`, readers],
  [`GET ${path}/export`, typeof readers === 'string' ? readers : except(readers, 'enumerator')],
  ...(create ? ([[`POST ${path}`, create]] satisfies [string, Who][]) : []),
  ...(update ? ([[`PATCH ${path}/:id`, update]] satisfies [string, Who][]) : []),
]

const each = (who: Who, ...routes: string[]): [string, Who][] => routes.map((name) => [name, who])

const authorReading = [
  'GET /api/forms/author',
  'GET /api/forms/author/:form',
  'GET /api/forms/author/:form/versions/:version/workbook',
  'GET /api/forms/author/:form/versions/:version/xform',
]
const authorWriting = [
  'POST /api/forms/author',
  'POST /api/forms/author/from-record',
  ...['repairs', 'publish', 'close', 'reopen', 'retire', 'settings', 'attachments', 'lists', 'trials', 'translations', 'translations/sheet'].map(
    (deed) => `POST /api/forms/author/:form/${deed}`,
  ),
  'GET /api/forms/author/:form/translations',
  'GET /api/forms/author/:form/translations/sheet',
]

export const routeTable: ReadonlyMap<string, Who> = new Map([
  ...each(
    'everyone',
    'POST /api/sign-in',
    'POST /api/sign-in/link',
    'GET /api/me',
    'GET /healthz',
    'GET /readyz',
    'GET /api/openapi.json',
    'GET /api/places/at',
    'GET /api/places/search',
    'GET /api/places/areas',
    'GET /api/strategy',
    'GET /dtm/v3/displacement/admin0',
    'GET /dtm/v3/displacement/admin1',
    'GET /dtm/v3/displacement/admin2',
    'GET /dtm/v3/displacement/country-list',
    'GET /dtm/v3/displacement/operation-list',
    'GET /',
    'GET /:lang',
    'GET /:lang/publications',
    'GET /:lang/publications/:slug',
    'GET /:lang/publications/:slug/:version',
    'GET /:lang/places/:pcode',
    'GET /:lang/operations/:slug',
    'GET /:lang/method',
    'GET /:lang/api',
    'GET /:lang/feed.atom',
    'GET /portal.css',
    'GET /sitemap.xml',
    'GET /files/:slug/:version/:name',
    'GET /files/hdx/displacement.csv',
    'GET /files/hdx/hapi-idps.csv',
    'GET /api/guide/:lang',
    'GET /desk',
    'GET /desk/*',
    'GET /desk/assets/*',
  ),
  ...each(
    'signedIn',
    'POST /api/sign-out',
    'POST /api/me/passphrase',
    'POST /api/me/language',
    'POST /api/me/second-factor/offer',
    'POST /api/me/second-factor',
    'POST /api/me/recovery-codes',
    'GET /api/me/ways-in',
    'DELETE /api/me/sessions/:id',
    'DELETE /api/me/tokens/:id',
    'GET /api/roles',
    // Each role finds its own part of the situation there; what it shows is decided row by row.
    'GET /api/displacement/home',
    'POST /api/tokens',
    'GET /api/dictionary',
    'GET /api/codes',
    'GET /api/pack',
    'GET /api/template/:schema/:table',
  ),
  ...each(
    admin,
    'GET /api/people',
    'POST /api/people',
    'PATCH /api/people/:id',
    'POST /api/people/:id/link',
    'POST /api/people/:id/remove-second-factor',
    'GET /api/people/:id/ways-in',
    'DELETE /api/people/:person/sessions/:id',
    'DELETE /api/people/:person/tokens/:id',
    'GET /api/audit',
    'GET /api/health',
    'POST /api/health/rollbacks/:epoch/acknowledge',
    'POST /api/demonstration/remove',
  ),
  ...each(registrars, 'GET /api/imports', 'GET /api/spellings', 'POST /api/places/boundaries'),
  ...each(
    officer,
    'POST /api/imports',
    'GET /api/imports/:id',
    'GET /api/imports/:id/preview',
    'GET /api/imports/:id/give-back',
    'POST /api/imports/:id/choices',
    'POST /api/imports/:id/confirm',
    'GET /api/imports/:id/progress',
    'POST /api/imports/:id/undo',
    'POST /api/imports/:id/reopen',
    'POST /api/imports/:id/preview',
    'POST /api/spellings/:id/decision',
    'POST /api/displacement/workbench/:round/teams',
    'POST /api/displacement/workbench/:round/add-place',
    'POST /api/displacement/workbench/:round/check',
    'POST /api/displacement/findings/:id/decide',
    'POST /api/displacement/cells/:id/correct',
    'POST /api/displacement/round/:id/new-edition',
  ),
  ...each(
    office,
    'GET /api/displacement/rounds',
    'GET /api/displacement/workbench/:round',
    'GET /api/displacement/workbench/:round/places',
    'GET /api/displacement/workbench/:round/findings',
    'GET /api/displacement/workbench/:round/corrections',
    'GET /api/displacement/workbench/:round/preview',
    'GET /api/displacement/compare',
  ),
  ...each(['dataOfficer', 'coordinator'], 'POST /api/displacement/lines/:id/outcome'),
  ...each(['dataOfficer', 'reportOfficer'], 'POST /api/displacement/workbench/:round/lint'),
  ...each(['dataOfficer', 'governmentReviewer', 'reportOfficer'], 'GET /api/displacement/round/:id/steps', 'POST /api/displacement/round/:id/steps/:step'),
  ...record('/api/places/place', 'everyone', registrars, registrars),
  ...record('/api/places/alias', 'everyone', registrars, registrars),
  ...record('/api/places/boundary', 'everyone', registrars, registrars),
  ...record('/api/organisations/organisation', [...office, 'admin', 'partner'], registrars, registrars),
  ...record('/api/displacement/operation', [...staff, 'partner'], officer, ['dataOfficer', 'reportOfficer']),
  ...record('/api/displacement/round', [...staff, 'partner'], officer, ['dataOfficer', 'reportOfficer', 'governmentReviewer']),
  // What has a guarded way of its own (outcome, correction, check, endorsement, import) cannot be written past it.
  ...record('/api/displacement/master-list-line', [...field, 'partner']),
  ...record('/api/displacement/assessment', field),
  ...record('/api/displacement/presence-cell', [...field, 'partner']),
  ...record('/api/displacement/age-count', field),
  ...record('/api/displacement/correction', field),
  ...record('/api/displacement/finding', office),
  ...record('/api/displacement/endorsement', staff),
  ...each(
    answerReaders,
    'GET /api/forms/review',
    'GET /api/forms/review/:id',
    'GET /api/forms/review/:id/history',
    'GET /api/forms/review/forms/:id/cleaning-log',
    'GET /api/forms/export/:id',
    'GET /v1/projects/:number/forms/:form.svc',
    'GET /v1/projects/:number/forms/:form.svc/$metadata',
    'GET /v1/projects/:number/forms/:form.svc/:set',
    'GET /v1/projects/:number/forms/:form.svc/:set/*',
  ),
  ...each(
    ['dataOfficer', 'coordinator'],
    'POST /api/forms/review/:id/approve',
    'POST /api/forms/review/approve',
    'POST /api/forms/review/:id/reject',
    'POST /api/forms/review/:id/correct',
    'POST /api/forms/review/:id/notes',
    'POST /api/forms/review/notes/:id/resolve',
    'POST /api/forms/review/findings/:id/answer',
    'POST /api/forms/review/quarantine/:id/decide',
    'POST /api/forms/review/proposals/:id/decide',
  ),
  ...each(officer, 'POST /api/forms/review/items/:id/remove'),
  ...each(['dataOfficer', 'reportOfficer', 'coordinator', 'chief', 'monitoring', 'admin'], ...authorReading),
  ...each(officer, ...authorWriting),
  ...each(['dataOfficer', 'coordinator', 'admin'], 'POST /api/forms/author/assignments', 'DELETE /api/forms/author/assignments/:id'),
  // Phones come in by their keys alone; under /v1/projects a person may fill with his own session or passphrase.
  ...[
    'HEAD *BASE*/submission',
    'POST *BASE*/submission',
    'GET *BASE*/formList',
    'GET *BASE*/forms/:file',
    'GET *BASE*/forms/:code/manifest',
    'GET *BASE*/forms/:code/attachments/:name',
    'GET *BASE*/datasets/:list/integrity',
  ].flatMap((name): [string, Who][] => [
    [name.replace('*BASE*', '/v1/key/:key/projects/:n'), 'device'],
    [name.replace('*BASE*', '/key/:key'), 'device'],
    [name.replace('*BASE*', '/v1/projects/:n'), ['enumerator', 'dataOfficer', 'coordinator']],
  ]),
  ...each(
    'device',
    'POST /sync/hello',
    'POST /sync/push',
    'HEAD /sync/blob/:sha256',
    'PATCH /sync/blob/:sha256',
    'GET /sync/forms',
    'GET /sync/forms/:id/xform',
    'GET /sync/forms/:id/attachments/:fileName',
    'GET /sync/pull',
    'POST /sync/orders/:id/done',
  ),
  ...each(
    ['dataOfficer', 'coordinator', 'admin'],
    'GET /api/forms/devices',
    'POST /api/forms/devices',
    'POST /api/forms/devices/:id/areas',
    'POST /api/forms/devices/:id/revoke',
  ),
  ...record('/api/forms/project', formsOffice, registrars, registrars),
  // Questionnaires, keys, answers and lists have guarded ways of their own; these doors only read.
  ...['form', 'form-version', 'attachment'].flatMap((name) => record(`/api/forms/${name}`, formsOffice)),
  ...record('/api/forms/device', ['admin', 'dataOfficer', 'coordinator', 'enumerator']),
  ...record('/api/forms/assignment', except(formsOffice, 'reportOfficer')),
  ...['submission', 'standing', 'submission-file', 'receipt', 'quarantine', 'answers', 'note', 'list', 'list-item'].flatMap((name) =>
    record(`/api/forms/${name}`, [...answerReaders, 'enumerator']),
  ),
  ...['finding', 'correction', 'origin', 'item-version', 'item-proposal'].flatMap((name) => record(`/api/forms/${name}`, answerReaders)),
  ...record('/api/forms/trial', officer),
])

export const enters = (who: Who, column: Column): boolean =>
  who === 'everyone' || (who !== 'device' && (who === 'signedIn' ? column !== 'public' : who.includes(column)))
