/** What the import itself refuses or notices, whatever the domain, and what to do. */
import type { Sentences } from '../text/sentences.ts'

export const importSentences: Sentences = {
  'import.not-found': { pt: 'Esta importação não existe ou não é para si.', en: 'This import does not exist, or is not for you.' },
  'import.no-file': { pt: 'Falta o ficheiro. Escolha-o e envie de novo.', en: 'The file is missing. Choose it and send again.' },
  'import.empty-file': {
    pt: 'O ficheiro «{name}» está vazio. Envie-o outra vez a partir da origem.',
    en: 'The file "{name}" is empty. Send it again from where it came.',
  },
  'import.unknown-kind': { pt: 'Não há importação «{kind}». Use: displacement ou places.', en: 'There is no import "{kind}". Use: displacement or places.' },
  'import.not-open': {
    pt: 'Esta importação já foi confirmada ou anulada ({state}). Envie o ficheiro de novo para começar outra.',
    en: 'This import was confirmed or undone already ({state}). Send the file again to begin another.',
  },
  'import.not-failed': {
    pt: 'Só se reabre uma importação que não ficou gravada; esta está «{state}».',
    en: 'Only an import that was not written is opened again; this one is "{state}".',
  },
  'import.interrupted': {
    pt: 'A gravação foi interrompida {attempts} {attempts|vez|vezes} e nada ficou gravado. Veja com o administrador se o computador tem memória e disco livres; depois veja de novo a importação e confirme, ou divida o ficheiro.',
    en: 'The writing was interrupted {attempts} {attempts|time|times} and nothing was written. Check with the administrator that the computer has free memory and disk; then open the preview again and confirm, or split the file.',
  },
  'import.preview-interrupted': {
    pt: 'A leitura do ficheiro foi interrompida {attempts} {attempts|vez|vezes}. Veja com o administrador se o computador tem memória e disco livres; depois mande ler outra vez, ou divida o ficheiro.',
    en: 'The reading of the file was interrupted {attempts} {attempts|time|times}. Check with the administrator that the computer has free memory and disk; then have it read again, or split the file.',
  },
  'import.preview-not-ready': {
    pt: 'O ficheiro ainda está a ser lido. Espere que a pré-visualização apareça e peça de novo.',
    en: 'The file is still being read. Wait until the preview is there, and ask again.',
  },
  'import.person-without-right': {
    pt: '{name} confirmou esta importação mas já não é oficial de dados. Nada ficou gravado; outro oficial de dados vê de novo a importação e confirma.',
    en: '{name} confirmed this import but is no longer a data officer. Nothing was written; another data officer opens the preview again and confirms.',
  },
  'import.not-imported': { pt: 'Não há nada para anular: esta importação está «{state}».', en: 'There is nothing to undo: this import is "{state}".' },
  'import.too-late-to-undo': {
    pt: 'Passaram mais de {days} {days|dia|dias}. Corrija os valores na ronda em vez de anular a importação.',
    en: 'More than {days} {days|day|days} have passed. Correct the figures in the round instead of undoing the import.',
  },
  'spelling.not-found': {
    pt: 'Esta grafia não existe ou não é para si. Atualize a lista.',
    en: 'This spelling does not exist, or is not for you. Reload the list.',
  },
  'spelling.code-unknown': {
    pt: '«{code}» não está na lista «{list}». Escolha um código da lista, ou recuse a grafia.',
    en: '"{code}" is not on the list "{list}". Choose a code of the list, or refuse the spelling.',
  },
}
