/** What the office is told after a form was received: while reviewing, deciding, filtering and exporting, and what the checks found. */
import type { Sentences } from '../text/sentences.ts'
import { sealedSentences } from './sentences/sealedSentences.ts'

export const reviewSentences: Sentences = {
  ...sealedSentences,
  'forms.own-submission': {
    pt: 'Enviou esta submissão. Peça a outra pessoa que a aprove.',
    en: 'You sent this submission. Ask somebody else to approve it.',
  },
  'forms.not-in-review': {
    pt: 'Esta submissão já não espera decisão (estado: {state}). Atualize a lista e veja o que foi decidido.',
    en: 'This submission no longer waits for a decision (state: {state}). Refresh the list and see what was decided.',
  },
  'forms.open-findings': {
    pt: 'Dúvidas em aberto nesta submissão: {n}. Abra-a e responda a cada uma; só então se aprova em conjunto.',
    en: 'Open findings on this submission: {n}. Open it and answer each one; only then can it be approved with others.',
  },
  'forms.taker-unknown': {
    pt: 'O formulário diz que as respostas passam a «{taker}», mas não há tal função. Escolha outra nas definições do formulário.',
    en: 'The form says that its answers become "{taker}", but there is no such function. Choose another one in the settings of the form.',
  },
  'forms.correction-wrong-kind': {
    pt: 'O valor não serve para a pergunta «{question}» ({kind}). Escreva-o como o telefone o enviaria, ou deixe-a em branco com essa opção.',
    en: 'The value does not fit the question "{question}" ({kind}). Write it as the phone would send it, or blank the answer with that option.',
  },
  'forms.turn-unknown': {
    pt: 'A pergunta «{question}» não tem a volta {turn} nesta submissão. Abra a submissão de novo e escolha a resposta na lista.',
    en: 'The question "{question}" has no turn {turn} in this submission. Open the submission again and choose the answer from the list.',
  },
  'forms.finding-outdated': {
    pt: 'A submissão foi enviada de novo e esta dúvida era sobre a versão antiga. Abra a versão atual.',
    en: 'The submission was sent anew and this finding was about the older version. Open the current one.',
  },
  'forms.finding-answered': {
    pt: 'Esta dúvida já tem resposta ({state}). Atualize a página.',
    en: 'This finding is answered already ({state}). Refresh the page.',
  },
  'forms.quarantine-decided': {
    pt: 'Outra pessoa já decidiu sobre este formulário. Atualize a lista.',
    en: 'Somebody has already decided on this form. Refresh the list.',
  },
  'forms.quarantine-no-form': {
    pt: 'Não há formulário publicado com o código «{form}». Publique-o primeiro; o que chegou fica guardado.',
    en: 'There is no published form with the code "{form}". Publish it first; what arrived is kept.',
  },
  'forms.filter-unreadable': {
    pt: "O filtro não se percebe a partir da letra {at}: «{problem}». Escreva, por exemplo: n gt 3 and nome eq 'Ancuabe'.",
    en: 'The filter cannot be read from letter {at} on: "{problem}". Write, for example: n gt 3 and name eq \'Ancuabe\'.',
  },
  'forms.filter-unknown-question': {
    pt: 'O formulário {form} não tem a pergunta «{question}». Use o caminho da pergunta, por exemplo af/n.',
    en: 'The form {form} has no question "{question}". Use the path of the question, for example af/n.',
  },
  'forms.filter-needs-form': {
    pt: 'Um filtro por respostas precisa de um formulário. Escolha primeiro o formulário.',
    en: 'A filter on answers needs a form. Choose the form first.',
  },
  'forms.file-restricted': {
    pt: 'Os ficheiros de um formulário restrito abrem-se só a quem decide sobre ele. Peça a um oficial de dados ou à coordenação.',
    en: 'The files of a restricted form open only for those who decide on it. Ask a data officer or the coordination.',
  },
  'forms.file-not-here': {
    pt: 'O ficheiro {name} ainda não chegou. Peça a quem enviou que sincronize o telefone.',
    en: 'The file {name} has not arrived yet. Ask whoever sent it to synchronise the phone.',
  },
  'forms.page-unknown': {
    pt: 'Esta página da lista já não existe. Comece do princípio da lista.',
    en: 'This page of the list is no longer there. Begin at the start of the list.',
  },
  'forms.proposal-decided': {
    pt: 'Esta proposta já foi decidida ({decision}). Atualize a lista.',
    en: 'This proposal was decided already ({decision}). Refresh the list.',
  },
  'forms.list-read-only': {
    pt: 'A lista «{list}» é um registo que formulários só mostram. Tire save_to do formulário, ou escolha outra lista.',
    en: 'The list "{list}" is a register that forms only show. Take save_to out of the form, or choose another list.',
  },
  'forms.item-unusable': {
    pt: 'O formulário muda um item da lista «{list}» sem o que é preciso ({problem}, «{entity}»). Corrija o formulário; a resposta está guardada.',
    en: 'The form changes an item of the list "{list}" without what that needs ({problem}, "{entity}"). Mend the form; the answer is kept.',
  },
  'forms.odata-option': {
    pt: 'A opção {option} não pode ter o valor «{value}». Veja o $metadata do formulário.',
    en: 'The option {option} cannot have the value "{value}". See the $metadata of the form.',
  },
  'forms.required': { pt: 'Falta uma resposta obrigatória.', en: 'A required answer is missing.' },
  'forms.constraint': { pt: 'A resposta não cumpre a regra do formulário.', en: "The answer breaks the form's own rule." },
  'forms.not-relevant': {
    pt: 'Há uma resposta a uma pergunta que não devia ter sido feita.',
    en: 'There is an answer to a question that should not have been asked.',
  },
  'forms.calculation': {
    pt: 'O telefone calculou «{sent}»; a mesma conta aqui dá «{ours}».',
    en: 'The phone calculated "{sent}"; the same calculation here gives "{ours}".',
  },
  'forms.not-checked': {
    pt: 'O formulário não pôde ser verificado de novo ({problem}). Reveja as respostas à mão.',
    en: 'The form could not be checked again ({problem}). Review its answers by hand.',
  },
  'forms.check-timeout': {
    pt: 'Uma regra do formulário demora demais com estas respostas. Reveja-as à mão e diga-o a quem escreveu o formulário.',
    en: "A rule of the form takes too long with these answers. Review them by hand and tell the form's author.",
  },
  'forms.wrong-type': { pt: 'A resposta não se lê como {kind}.', en: 'The answer does not read as {kind}.' },
  'forms.unknown-choice': { pt: '«{choice}» não está entre as opções.', en: '"{choice}" is not among the choices.' },
  'forms.too-fast': {
    pt: 'Preenchido em {seconds} {seconds|segundo|segundos}; o habitual é pelo menos {least}.',
    en: 'Filled in {seconds} {seconds|second|seconds}; at least {least} is usual.',
  },
  'forms.far-from-place': {
    pt: 'As coordenadas ficam a {km} km do lugar indicado ({place}).',
    en: 'The coordinates lie {km} km from the place that was named ({place}).',
  },
  'forms.outlier': {
    pt: '{value} está longe do habitual neste formulário (de {low} a {high}, em {n} {n|resposta|respostas}).',
    en: '{value} is far from what is usual in this form ({low} to {high}, over {n} {n|answer|answers}).',
  },
  'forms.file-missing': { pt: 'Falta o ficheiro «{name}».', en: 'The file "{name}" is missing.' },
  'forms.duplicate': {
    pt: 'As mesmas respostas já vieram noutra submissão ({instance}).',
    en: 'The same answers came in another submission already ({instance}).',
  },
  'forms.list-not-changed': {
    pt: 'A lista não pôde receber esta submissão: {problem}. As respostas estão guardadas.',
    en: 'The list could not take this submission: {problem}. The answers are kept.',
  },
  'forms.not-taken': {
    pt: 'As respostas não puderam passar a registos: {problem}. Estão guardadas; corrija-as e aprove de novo.',
    en: 'The answers could not become records: {problem}. They are kept; correct them and approve again.',
  },
}
