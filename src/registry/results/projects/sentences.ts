/** What is said when a project or its plan cannot be kept, and what to do. */
import type { Sentences } from '../../../kernel/index.ts'

export const projectSentences: Sentences = {
  'results.no-such-currency': {
    pt: '{currency} não é uma moeda da lista ISO 4217. Escreva as três letras, por exemplo USD, EUR ou MZN.',
    en: '{currency} is no currency of the ISO 4217 list. Write its three letters, for example USD, EUR or MZN.',
  },
  'results.no-such-donor': {
    pt: 'O doador não está no registo das organizações. Registe-o primeiro em Registos, Organizações.',
    en: 'The donor is not in the register of organisations. Register it first under Records, Organisations.',
  },
  'results.no-such-partner': {
    pt: 'Um dos parceiros não está no registo das organizações. Escolha da lista, ou registe-o primeiro.',
    en: 'One of the partners is not in the register of organisations. Choose from the list, or register it first.',
  },
  'results.project-twice': {
    pt: 'Já há um projecto com o código {project}. Escolha outro, ou abra o que existe.',
    en: 'There is a project with the code {project} already. Choose another, or open the one that exists.',
  },
  'results.project-ended': {
    pt: 'O projecto {project} está encerrado ou cancelado e fica como está. Para continuar o trabalho, comece um projecto novo.',
    en: 'Project {project} is closed or cancelled and stays as it is. To go on with the work, begin a new project.',
  },
  'results.activity-ended': {
    pt: 'Esta actividade já acabou ou foi cancelada e não se altera. O que falta dizer entra como nota de progresso.',
    en: 'This activity is done or cancelled and is not changed. What remains to be said goes in as a progress note.',
  },
  'results.activities-open': {
    pt: 'Ainda há {n#} {n#|actividade|actividades} por acabar. Dê cada uma por feita, ou cancele-a com a razão.',
    en: 'There {n#|is|are} still {n#} {n#|activity|activities} not finished. Mark each as done, or cancel it with the reason.',
  },
  'results.no-such-indicator': {
    pt: 'O catálogo não tem indicador com o código {codes}. Escolha da lista de indicadores.',
    en: 'The catalogue has no indicator with the code {codes}. Choose from the list of indicators.',
  },
  'results.no-such-activity': {
    pt: 'A estratégia não tem a actividade {activity}. Escreva a área e a letra, por exemplo FA12.C.',
    en: 'The strategy has no activity {activity}. Write area and letter, for example FA12.C.',
  },
  'results.outside-project': {
    pt: 'A actividade sai das datas do projecto ({from} a {to}). Corrija as datas da actividade ou as do projecto.',
    en: "The activity leaves the project's dates ({from} to {to}). Correct the dates of the activity or of the project.",
  },
  'results.no-place': {
    pt: 'Diga onde: pelo menos um lugar, ou o país inteiro.',
    en: 'Say where: at least one place, or the whole country.',
  },
  'results.no-such-place': {
    pt: 'O registo dos lugares não conhece {places}. Escolha o lugar pela procura.',
    en: 'The register of places does not know {places}. Choose the place by the search.',
  },
  'results.result-of-another': {
    pt: 'Esse resultado é de outro projecto. Escolha um resultado deste.',
    en: 'That result belongs to another project. Choose a result of this one.',
  },
  'results.no-such-marker': {
    pt: 'Não são temas nem abordagens da estratégia, ou estão duas vezes: {markers}. Escolha da lista, cada um uma vez.',
    en: 'These are no themes or approaches of the strategy, or stand twice: {markers}. Choose from the list, each once.',
  },
  'results.marker-without-how': {
    pt: 'Diga numa frase como a actividade cumpre: {markers}. Sem a frase, tire a marca.',
    en: 'Say in one sentence how the activity lives up to: {markers}. Without the sentence, take the mark away.',
  },
  'results.nexus-without-part': {
    pt: 'A actividade tem a marca do nexo. Diga de que parte é: humanitária, desenvolvimento ou paz.',
    en: 'The activity carries the nexus mark. Say which part it is: humanitarian, development or peace.',
  },
  'results.note-empty': {
    pt: 'A nota está vazia. Escreva o que avançou, ou que nada avançou e porquê.',
    en: 'The note is empty. Write what moved, or that nothing moved and why.',
  },
  'results.no-progress-note': {
    pt: 'Antes de dar a actividade por feita, escreva pelo menos uma nota de progresso: o que se fez e onde.',
    en: 'Before the activity is marked as done, write at least one progress note: what was done and where.',
  },
}
