/**
 * The people of the demonstration mission, invented, one for each part in the life of a round. They have no passphrase: each start makes sign-in links that
 * work once. The data officer who cleans and the one who reviews are two people, as the product demands.
 */
import type { NewPerson } from '../../../kernel/index.ts'

const invented = (first: string, organisation: string, roles: NewPerson['roles'], areas: string[]): NewPerson => ({
  name: `${first} (demonstração)`,
  email: `${first.toLowerCase()}@demonstracao.example`,
  language: 'pt',
  organisation,
  roles,
  areas,
  demonstration: true,
})

export const demonstrationPeople: readonly NewPerson[] = [
  invented('Ana', 'Missão de demonstração', ['enumerator'], ['MZ01']),
  invented('Bento', 'Missão de demonstração', ['dataOfficer'], ['*']),
  invented('Carla', 'Missão de demonstração', ['dataOfficer'], ['*']),
  invented('Dercio', 'INGD (demonstração)', ['governmentReviewer'], ['*']),
  invented('Elsa', 'Missão de demonstração', ['reportOfficer'], ['*']),
  invented('Celia', 'Missão de demonstração', ['chief'], ['*']),
  invented('Noemia', 'Missão de demonstração', ['clusterCoordinator'], ['*']),
  invented('Olga', 'Missão de demonstração', ['communications'], ['*']),
  invented('Paulo', 'Missão de demonstração', ['warehouse'], ['MZ01']),
  invented('Rita', 'Missão de demonstração', ['pipeline'], ['*']),
  invented('Tomas', 'Missão de demonstração', ['solutions'], ['MZ01']),
  invented('Moises', 'Missão de demonstração', ['monitoring'], ['*']),
  invented('David', 'Parceiro de demonstração', ['partner'], ['*']),
]
