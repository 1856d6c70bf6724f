/**
 * Who a person is here. Roles are fixed words of the product; which person holds which role, and for which area, is data. Default roles carry no export
 * of personal data, and nobody approves what he last edited (the workflows say so).
 */
import type { DataClass } from '../record/record.ts'

export const roles = {
  admin: { label: { pt: 'Administração', en: 'Administrator' }, class: 2 },
  dataOfficer: { label: { pt: 'Oficial de dados', en: 'Data officer' }, class: 3 },
  reportOfficer: { label: { pt: 'Oficial de relatórios', en: 'Report officer' }, class: 2 },
  governmentReviewer: { label: { pt: 'Revisão do Governo', en: 'Government reviewer' }, class: 2 },
  coordinator: { label: { pt: 'Coordenação de campo', en: 'Field coordinator' }, class: 2 },
  enumerator: { label: { pt: 'Inquiridor(a)', en: 'Enumerator' }, class: 2 },
  chief: { label: { pt: 'Chefia da missão', en: 'Chief of mission' }, class: 2 },
  monitoring: { label: { pt: 'Monitoria e avaliação', en: 'Monitoring and evaluation' }, class: 2 },
  /** Registers people: the only one who sees the names and the sealed forms of a registration. */
  registrar: { label: { pt: 'Registo de pessoas', en: 'Registration officer' }, class: 3 },
  /** Decides which registrations are of one person; sees nothing of a pair but what must be compared. */
  duplicateReviewer: { label: { pt: 'Revisão de duplicados', en: 'Duplicate reviewer' }, class: 3 },
  /** Keeps who does what where: partners' returns, meetings, agreements and training. Opens the names of trainees, and of nobody else. */
  clusterCoordinator: { label: { pt: 'Coordenação do cluster', en: 'Cluster coordinator' }, class: 3 },
  /** Writes what people read and hear: messages, campaigns, materials and products. Needs no personal data for it. */
  communications: { label: { pt: 'Comunicação', en: 'Communications officer' }, class: 2 },
  /** Keeps the goods of the warehouses of one area: receives, stacks, issues, counts. Sees stock, never people. */
  warehouse: { label: { pt: 'Armazém', en: 'Warehouse keeper' }, class: 2 },
  /** Answers for the common pipeline: what comes when, who asked for what, what is released. */
  pipeline: { label: { pt: 'Gestão da cadeia de abastecimento', en: 'Pipeline manager' }, class: 2 },
  /** Follows houses, moves and localities on the way out of displacement; opens consents, land and money of the own area. */
  solutions: { label: { pt: 'Soluções duradouras', en: 'Durable solutions officer' }, class: 3 },
  partner: { label: { pt: 'Parceiro', en: 'Partner' }, class: 2 },
  public: { label: { pt: 'Público', en: 'Public' }, class: 1 },
  /** The product itself at work: migrations of data, sealing, scheduled jobs. No person can hold it. */
  system: { label: { pt: 'Sistema', en: 'System' }, class: 4 },
} as const satisfies Record<string, { label: { pt: string; en: string }; class: DataClass }>

export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as Role[]
/** Roles that a person can be given. */
export const grantable = roleNames.filter((role) => role !== 'public' && role !== 'system')
export const isRole = (name: string): name is Role => Object.hasOwn(roles, name)
