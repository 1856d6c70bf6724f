/** What the kernel itself refuses, in words. */
import { accessSentences } from './accessSentences.ts'
import type { Sentences } from './sentences.ts'

export const kernelSentences: Sentences = {
  ...accessSentences,
  'people.unknown-role': { pt: 'Funções desconhecidas: {roles}. Escolha entre: {known}.', en: 'Unknown roles: {roles}. Choose among: {known}.' },
  'people.no-area': { pt: 'Escolha pelo menos uma área para esta pessoa.', en: 'Choose at least one area for this person.' },
  'people.no-email': {
    pt: '«{email}» não é um endereço de correio. Escreva-o como nome@organização.',
    en: '"{email}" is no e-mail address. Write it as name@organisation.',
  },
  'people.email-taken': {
    pt: 'Já existe uma pessoa com este endereço. Procure-a na lista.',
    en: 'Somebody with this address is already here. Look in the list.',
  },
  'people.last-admin': {
    pt: 'Seria a última pessoa com a administração. Dê primeiro essa função a outra.',
    en: 'This would be the last administrator. Give the role to somebody else first.',
  },
  'people.own-second-factor': {
    pt: 'O seu próprio segundo factor não se tira aqui. Troque de telefone em «A minha conta», ou peça a outra pessoa da administração.',
    en: 'Your own second factor is not taken away here. Change the phone under "My account", or ask another administrator.',
  },
  'record.missing': {
    pt: 'Falta «{label}». Preencha-o, ou escolha «desconhecido» onde exista.',
    en: '"{label}" is missing. Fill it in, or choose "unknown" where it is offered.',
  },
  'record.wrong-value': {
    pt: 'O valor de «{label}» não serve. Corrija-o e guarde de novo.',
    en: 'The value of "{label}" cannot be used. Correct it and save again.',
  },
  'record.unknown-field': { pt: 'Este registo não tem «{label}». Retire-o do pedido.', en: 'This record has no "{label}". Leave it out of the request.' },
  'record.changed-meanwhile': {
    pt: 'Outra pessoa mudou este registo entretanto. O que escreveu está guardado aqui; compare e guarde de novo.',
    en: 'Somebody else changed this record meanwhile. What you typed is kept here; compare and save again.',
  },
  'record.exists-already': {
    pt: 'Isto já existe ({constraint}). Abra o registo existente em vez de criar outro.',
    en: 'This exists already ({constraint}). Open the existing record instead of making another.',
  },
  'record.points-nowhere': { pt: 'O registo indicado não existe. Escolha-o na lista.', en: 'The record it points to does not exist. Choose it from the list.' },
  'workflow.no-such-step': {
    pt: 'Este passo não é possível agora (estado: {state}). Atualize a página para ver os passos de agora.',
    en: 'This step is not possible now (state: {state}). Reload the page to see what is.',
  },
  'db.folder-in-use': {
    pt: 'Esta pasta de dados já está em uso pelo processo {pid}. Pare-o, ou indique outra pasta com --data.',
    en: 'This data folder is in use by process {pid}. Stop it, or name another folder with --data.',
  },
  'http.bad-request': {
    pt: 'O pedido não se entende: {problem}. Corrija-o segundo /api/docs.',
    en: 'The request cannot be read: {problem}. Correct it as /api/docs shows.',
  },
  'http.too-large': { pt: 'O ficheiro é grande demais (limite: {limit}). Divida-o.', en: 'The file is too large (limit: {limit}). Split it.' },
  'http.disk-full': {
    pt: 'O disco do servidor está cheio; nada foi gravado. Avise a administração e tente daqui a uma hora.',
    en: 'The disk of the server is full; nothing was written. Tell the administrator and try in an hour.',
  },
  'http.broke': {
    pt: 'Algo falhou do nosso lado (relatório {report}). O que escreveu está guardado. Continue com outra tarefa; a operação foi avisada.',
    en: 'Something broke on our side (report {report}). What you typed is kept. Go on with another task; the operator has been told.',
  },
  'http.not-ready': {
    pt: 'A base de dados não responde. Espere um minuto e tente de novo; se continuar, avise a administração.',
    en: 'The database does not answer. Wait a minute and try again; if it goes on, tell the administrator.',
  },
  'command.file-missing': { pt: 'Falta o nome do ficheiro. Escreva-o depois do comando.', en: 'The name of the file is missing. Write it after the command.' },
  'command.file-not-found': {
    pt: 'Não há ficheiro «{file}». Confirme o nome e a pasta.',
    en: 'There is no file "{file}". Check the name and the folder.',
  },
  'command.no-matcher': {
    pt: 'Em {file} não há fornecedor de comparação de impressões digitais. Indique um módulo que exporte «matcher» com nome, «verify» e «quality», ou arranque sem essa opção.',
    en: 'There is no provider of fingerprint comparison in {file}. Name a module that exports "matcher" with a name, "verify" and "quality", or start without that option.',
  },
  'command.unknown-deed': { pt: '«{deed}» não se pode fazer aqui. Escolha entre: {known}.', en: '"{deed}" cannot be done here. Choose among: {known}.' },
  'command.no-such-person': {
    pt: 'Não há conta aberta com o endereço «{email}». Escreva-o depois do comando, tal como está no livro de pessoas.',
    en: 'No open account has the address "{email}". Write it after the command, as it stands in the book of people.',
  },
  'command.round-missing': {
    pt: 'Falta a ronda. Escreva «round» e o seu identificador; «capulana list rounds» mostra-os.',
    en: 'The round is missing. Write "round" and its id; "capulana list rounds" shows them.',
  },
  'command.export-incomplete': {
    pt: 'Falta algo: escreva capulana export round ID --format FORMATO --out FICHEIRO. Formatos: {formats}.',
    en: 'Something is missing: write capulana export round ID --format FORMAT --out FILE. Formats: {formats}.',
  },
  'backup.own-server': {
    pt: 'A base de dados está num servidor vosso (DATABASE_URL); copie-a com as ferramentas desse servidor, e a pasta dos ficheiros à parte.',
    en: 'The database is on a server of your own (DATABASE_URL); copy it with that server’s tools, and the folder of files apart.',
  },
}
