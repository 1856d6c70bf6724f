/** What the engines refuse or find, in words: they know no language, so that each of their codes is said here once for all who use them. */

import { biometricsSentences } from './biometricsSentences.ts'
import { flowSentences } from './flowSentences.ts'
import { linkageSentences } from './linkageSentences.ts'
import { samplingSentences } from './samplingSentences.ts'
import type { Sentences } from './sentences.ts'

export const engineSentences: Sentences = {
  'disclosure.cannot-protect': {
    pt: 'Este quadro não se consegue proteger: {cells#} {cells#|célula continuaria|células continuariam} a deduzir-se. Junte áreas ou grupos antes de o publicar.',
    en: 'This table cannot be protected: {cells#} {cells#|cell|cells} could still be worked out. Merge areas or groups before publishing it.',
  },
  'disclosure.weights-do-not-fit': {
    pt: 'Há {rows} {rows|registo|registos} e {weights} {weights|ponderador|ponderadores}. Dê um ponderador a cada registo, ou nenhum.',
    en: 'There are {rows} {rows|record|records} and {weights} {weights|weight|weights}. Give every record a weight, or none.',
  },
  'disclosure.no-records': {
    pt: 'Não há registos ({rows}; ponderadores: {weights}), por isso não há risco a medir. Escolha um ficheiro com linhas.',
    en: 'There are no records ({rows}; weights: {weights}), so there is no risk to measure. Choose a file with rows.',
  },
  'places.point-decimal-comma': {
    pt: 'A coordenada tinha vírgula decimal e foi lida como número. Confirme o ponto no mapa.',
    en: 'The coordinate had a decimal comma and was read as a number. Check the point on the map.',
  },
  'places.point-zero': {
    pt: 'O telefone deu 0, 0: não tinha sinal de GPS. Peça a quem lá esteve que indique o lugar.',
    en: 'The phone gave 0, 0: it had no GPS signal. Ask whoever was there to say the place.',
  },
  'places.point-swapped': {
    pt: 'O ponto {lat}, {lon} fica fora do país; com a latitude e a longitude trocadas fica dentro. Confirme com quem enviou e corrija-o.',
    en: 'The point {lat}, {lon} lies outside the country; with latitude and longitude exchanged it lies inside. Check with whoever sent it and correct it.',
  },
  'places.point-sign-lost': {
    pt: 'O ponto {lat}, {lon} fica fora do país; parece faltar o sinal de menos. Confirme com quem enviou e corrija-o.',
    en: 'The point {lat}, {lon} lies outside the country; a minus sign seems to be lost. Check with whoever sent it and correct it.',
  },
  'places.point-outside-country': {
    pt: 'O ponto {lat}, {lon} fica fora do país. Confirme com quem enviou onde foi preenchido.',
    en: 'The point {lat}, {lon} lies outside the country. Check with whoever sent it where it was filled.',
  },
  'places.code-unknown': {
    pt: 'O código {pcode} não está na lista de lugares. Corrija-o, ou acrescente o lugar.',
    en: 'The code {pcode} is not in the list of places. Correct it, or add the place.',
  },
  'places.code-not-valid': {
    pt: 'O código {pcode} ({name}) não valia em {onDate} (válido de {validFrom} a {validTo}). Use: {instead}.',
    en: 'The code {pcode} ({name}) was not valid on {onDate} (valid from {validFrom} to {validTo}). Use: {instead}.',
  },
  'places.no-way-through': {
    pt: 'Entre {from} e {to} nada diz no que {pcode} se tornou (parou em {stoppedAt}). Acrescente os códigos anteriores desse lugar.',
    en: 'Between {from} and {to} nothing says what became of {pcode} (stopped at {stoppedAt}). Add the earlier codes of that place.',
  },
  'places.code-split': {
    pt: 'Entre {from} e {to} o lugar {pcode} passou a ser vários: {candidates}. Escolha um.',
    en: 'Between {from} and {to} the place {pcode} became several: {candidates}. Choose one.',
  },
  'places.boundary-code-unknown': {
    pt: 'O ficheiro tem códigos que a lista de lugares não conhece: {codes}. Ficaram de fora; acrescente os lugares e traga o ficheiro de novo.',
    en: 'The file has codes that the list of places does not know: {codes}. They were left out; add the places and bring the file in again.',
  },
  'places.boundary-without-code': {
    pt: 'Áreas do ficheiro sem código: {count}. Ficaram de fora; preencha o código no ficheiro e traga-o de novo.',
    en: 'Areas in the file without a code: {count}. They were left out; fill in the code in the file and bring it in again.',
  },
  'places.boundary-without-area': {
    pt: 'Sem área no ficheiro: {codes}. Estes lugares mantêm o limite que tinham.',
    en: 'Without an area in the file: {codes}. These places keep the boundary that they had.',
  },
  'places.boundary-code-twice': {
    pt: 'Códigos repetidos no ficheiro: {codes}. Corrija o ficheiro e traga-o de novo, ou confirme no mapa qual ficou.',
    en: 'Codes that stand twice in the file: {codes}. Correct the file and bring it in again, or check on the map which one was kept.',
  },
  'places.boundary-projection-unsaid': {
    pt: 'O ficheiro {file} não diz a sua projeção; foi lido como graus WGS 84. Confirme no mapa que as áreas estão no lugar.',
    en: 'The file {file} does not say its projection; it was read as WGS 84 degrees. Check on the map that the areas are where they belong.',
  },
  ...flowSentences,
  ...biometricsSentences,
  ...linkageSentences,
  ...samplingSentences,
  'round.weights-unusable': {
    pt: 'O total ({total}) não se reparte por estes pesos: {weights}. Dê pesos que não sejam negativos nem todos zero.',
    en: 'The total ({total}) cannot be split by these weights: {weights}. Give weights that are neither negative nor all zero.',
  },
  'round.sex-age-applied-twice': {
    pt: 'O sexo e a idade já vinham de uma estrutura aplicada ({bands} {bands|grupo|grupos}). Aplique-a ao que foi contado, não ao que foi calculado.',
    en: 'Sex and age already came from an applied structure ({bands} {bands|band|bands}). Apply it to what was counted, not to what was worked out.',
  },
  'round.total-unknown': {
    pt: 'O número de pessoas não é conhecido ({individuals}), por isso não há sexo nem idade a calcular. Complete primeiro o total.',
    en: 'The number of people is not known ({individuals}), so no sex and age can be worked out. Complete the total first.',
  },
}
