/** What the compiler says about the column `parameters`. */
import type { Sentences } from '../../text/sentences.ts'

export const parameterSentences: Sentences = {
  'xlsform.parameters-unreadable': {
    pt: '«{value}» não se lê. Escreva os parâmetros como chave=valor, separados por espaços.',
    en: '"{value}" cannot be read. Write parameters as key=value, separated by blanks.',
  },
  'xlsform.parameter-unknown': {
    pt: 'O tipo {type} não tem o parâmetro «{key}». Os que tem: {keys}.',
    en: 'The type {type} has no parameter "{key}". It has: {keys}.',
  },
  'xlsform.parameter-not-whole': { pt: '{key} tem de ser um número inteiro, não «{value}».', en: '{key} has to be a whole number, not "{value}".' },
  'xlsform.parameter-not-number': { pt: '{key} tem de ser um número, não «{value}».', en: '{key} has to be a number, not "{value}".' },
  'xlsform.parameter-not-truth': { pt: '{key} tem de ser true ou false, não «{value}».', en: '{key} has to be true or false, not "{value}".' },
  'xlsform.parameter-only-true': { pt: '{key} só pode ser true. Para não o usar, apague-o.', en: '{key} can only be true. To do without it, delete it.' },
  'xlsform.parameter-seed': {
    pt: 'seed tem de ser um número ou uma pergunta, não «{value}».',
    en: 'seed has to be a number or a question, not "{value}".',
  },
  'xlsform.parameter-reasons': { pt: '{key} só pode ser on-form-edit, não «{value}».', en: '{key} can only be on-form-edit, not "{value}".' },
  'xlsform.parameter-priority': {
    pt: '{key} tem de ser no-power, low-power, balanced ou high-accuracy, não «{value}».',
    en: '{key} has to be no-power, low-power, balanced or high-accuracy, not "{value}".',
  },
  'xlsform.parameter-quality': {
    pt: '{key} tem de ser normal, low, voice-only ou (só em audio) external, não «{value}».',
    en: '{key} has to be normal, low, voice-only or (in audio only) external, not "{value}".',
  },
  'xlsform.parameter-app': {
    pt: '«{value}» não é o nome de uma aplicação Android. Escreva o nome completo, por exemplo org.exemplo.camara.',
    en: '"{value}" is not the name of an Android app. Write its whole name, for example org.example.camera.',
  },
  'xlsform.parameter-name': {
    pt: '«{value}» não serve como {key}: tem de ser o nome de uma coluna do ficheiro, com letras, dígitos, «_», «-» e «.».',
    en: '"{value}" will not do as {key}: it has to be the name of a column of the file, with letters, digits, "_", "-" and ".".',
  },
  'xlsform.photo-without-limit': {
    pt: 'A fotografia «{name}» irá em tamanho completo. Ponha max-pixels=1024 em parameters para poupar rede e espaço.',
    en: 'The photo "{name}" will be sent in full size. Put max-pixels=1024 in parameters to save network and space.',
  },
  'xlsform.reference-geometry': {
    pt: 'reference-geometry=«{value}» não é uma lista, um ficheiro nem uma repetição deste formulário. Corrija o nome.',
    en: 'reference-geometry="{value}" is not a list, a file or a repeat of this form. Correct the name.',
  },
  'xlsform.audit-name': {
    pt: 'O registo de auditoria chama-se sempre «audit», não «{name}». Deixe o nome vazio.',
    en: 'The audit log is always called "audit", not "{name}". Leave the name empty.',
  },
  'xlsform.audit-location': {
    pt: 'Para registar os lugares faltam: {missing}. Os três parâmetros vão juntos.',
    en: 'To log places, these are missing: {missing}. The three parameters go together.',
  },
  'xlsform.audit-age': {
    pt: 'location-max-age ({age}) não pode ser menor que location-min-interval ({interval}).',
    en: 'location-max-age ({age}) cannot be less than location-min-interval ({interval}).',
  },
  'xlsform.range-not-number': { pt: '{key} tem de ser um número, não «{value}».', en: '{key} has to be a number, not "{value}".' },
  'xlsform.range-appearance': {
    pt: '{keys} só se usam com as aparências vertical e no-ticks ou sem aparência, não com «{appearance}».',
    en: '{keys} are only used with the appearances vertical and no-ticks or with none, not with "{appearance}".',
  },
  'xlsform.range-zero': { pt: '{key} não pode ser zero.', en: '{key} cannot be zero.' },
  'xlsform.range-too-wide': { pt: '{key} é maior que a escala, de start a end.', en: '{key} is larger than the scale from start to end.' },
  'xlsform.range-not-multiple': { pt: '{key} ({value}) tem de calhar num passo (step) da escala.', en: '{key} ({value}) has to fall on a step of the scale.' },
  'xlsform.range-outside': { pt: '{key} ({value}) está fora da escala, de start a end.', en: '{key} ({value}) lies outside the scale from start to end.' },
  'xlsform.range-labels-unknown': {
    pt: 'tick_labelset pede a lista «{list}», que não está na folha «choices».',
    en: 'tick_labelset asks for the list "{list}", which is not in the sheet "choices".',
  },
  'xlsform.range-labels-not-number': {
    pt: 'Os códigos da lista «{list}» têm de ser números da escala; «{value}» não é.',
    en: 'The names in the list "{list}" have to be numbers of the scale; "{value}" is not.',
  },
  'xlsform.range-labels-outside': {
    pt: 'O código {value} da lista «{list}» está fora da escala.',
    en: 'The name {value} of the list "{list}" lies outside the scale.',
  },
  'xlsform.range-labels-step': {
    pt: 'O código {value} da lista «{list}» não calha num passo da escala.',
    en: 'The name {value} of the list "{list}" does not fall on a step.',
  },
  'xlsform.range-labels-tick': {
    pt: 'O código {value} da lista «{list}» não calha num traço (tick_interval).',
    en: 'The name {value} of the list "{list}" does not fall on a tick.',
  },
  'xlsform.range-labels-two': {
    pt: 'Com no-ticks a lista «{list}» só pode ter duas opções: a do princípio e a do fim.',
    en: 'With no-ticks the list "{list}" can have only two choices: those of the start and the end.',
  },
  'xlsform.range-labels-ends': {
    pt: 'Com no-ticks os códigos da lista «{list}» têm de ser o princípio e o fim da escala.',
    en: 'With no-ticks the names in the list "{list}" have to be the start and the end of the scale.',
  },
}
