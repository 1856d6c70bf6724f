/** What is said when single answers of a survey want to leave the house. */
import type { Sentences } from '../../../../kernel/index.ts'

export const microdataSentences: Sentences = {
  'microdata.figures-first': {
    pt: 'Primeiro publicam-se os números do inquérito; só depois as respostas uma a uma. Publique o inquérito.',
    en: 'The figures of the survey go out first, single answers only afterwards. Publish the survey.',
  },
  'microdata.about-security': {
    pt: 'Este inquérito pergunta sobre segurança ou polícia: as respostas uma a uma não saem em público. Publique só os números.',
    en: 'This survey asks about security or police: single answers do not go out in public. Publish the figures alone.',
  },
  'microdata.never': {
    pt: 'Estas perguntas nunca saem num ficheiro público (palavras, dias, lugares, códigos, listas de fora): {questions}. Tire-as.',
    en: 'These questions never go out in a public file (words, days, places, codes, lists from outside): {questions}. Take them out.',
  },
  'microdata.tells-withheld': {
    pt: 'Estas colunas juntas deixariam contar números que se retiveram na publicação: {columns}. Tire uma de cada par, ou junte as respostas raras.',
    en: 'These columns together would let anyone count figures that the publication withholds: {columns}. Leave one of each pair out, or merge the rare answers.',
  },
  'microdata.twice': { pt: 'Há colunas repetidas: {questions}. Deixe cada uma só uma vez.', en: 'Columns stand twice: {questions}. Leave each one once.' },
  'microdata.bands': {
    pt: 'As faixas têm de começar em números cada vez maiores: {questions}. Corrija-as.',
    en: 'Bands must begin at ever larger numbers: {questions}. Correct them.',
  },
  'microdata.no-columns': {
    pt: 'O ficheiro não teria nenhuma resposta. Escolha pelo menos uma pergunta.',
    en: 'The file would hold no answer. Choose at least one question.',
  },
  'microdata.answers-changed': {
    pt: 'As respostas já não são as que se aprovaram ou propuseram. Faça uma nova proposta a partir dos resultados aprovados.',
    en: 'The answers are no longer those that were approved or proposed. Make a new proposal from the approved results.',
  },
  'microdata.risk': {
    pt: 'O risco de se reconhecer quem respondeu é {risk} %, e só se publica abaixo de {limit} % (k = {k}; registos sem igual: {unique}). O que mais o faz, e o risco sem essa coluna: {keys}. Junte em faixas, ou em «respostas raras», o que é raro em: {rare}; ou deixe a coluna de fora.',
    en: 'The risk that somebody who answered is recognised is {risk} %, and files are published below {limit} % only (k = {k}; records without their like: {unique}). What makes it so, and the risk without that column: {keys}. Put into bands, or merge as rare answers, what is rare in: {rare}; or leave the column out.',
  },
  'microdata.not-waiting': {
    pt: 'Esta proposta já foi publicada ou há outra mais nova. Atualize a página.',
    en: 'This proposal was published already, or there is a newer one. Refresh the page.',
  },
  'microdata.same-person': {
    pt: 'Foi você quem propôs este ficheiro. Peça a outra pessoa que o confira e publique.',
    en: 'You proposed this file yourself. Ask another person to check and publish it.',
  },
}
