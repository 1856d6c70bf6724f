/** What is said about forms on their way in: to the person with the phone, who can do something about it, and to the office. */
import type { Sentences } from '../text/sentences.ts'

export const receiveSentences: Sentences = {
  'forms.xml-doctype': {
    pt: 'Este formulário traz uma declaração DOCTYPE, que não se aceita. Exporte-o de novo sem ela.',
    en: 'This form carries a DOCTYPE declaration, which is not accepted. Export it again without one.',
  },
  'forms.xml-broken': {
    pt: 'O formulário chegou danificado: linha {line}, coluna {column}, junto de «{what}». Continua no telefone; envie-o outra vez.',
    en: 'The form arrived damaged: line {line}, column {column}, near "{what}". It is still on the phone; send it again.',
  },
  'forms.xml-too-deep': {
    pt: 'O formulário tem mais de {limit} {limit|nível|níveis} de grupos. Peça a quem o escreveu que o simplifique.',
    en: 'The form has more than {limit} {limit|level|levels} of groups. Ask its author to make it simpler.',
  },
  'forms.xml-too-many-attributes': {
    pt: 'Um elemento do formulário tem mais de {limit} {limit|atributo|atributos}, por isso não se lê. Mostre isto à administração.',
    en: 'One element of the form has more than {limit} {limit|attribute|attributes} and is not read. Show this to the administrator.',
  },
  'forms.xml-too-large': {
    pt: 'O formulário passa do limite de {limit}. Divida-o em dois e envie cada um.',
    en: 'The form is beyond the limit of {limit}. Split it in two and send each.',
  },
  'forms.xml-not-utf8': {
    pt: 'O formulário não está escrito em UTF-8. Atualize a aplicação do telefone e envie outra vez.',
    en: 'The form is not written in UTF-8. Update the app on the phone and send again.',
  },
  'forms.not-multipart': {
    pt: 'O envio não vem em partes (multipart/form-data). Use o ODK Collect, o KoboCollect ou a aplicação de campo.',
    en: 'What was sent is not multipart/form-data. Use ODK Collect, KoboCollect or the field app.',
  },
  'forms.multipart-broken': {
    pt: 'O envio cortou-se ou veio danificado ({problem}). Continua no telefone; envie outra vez.',
    en: 'What was sent was cut or damaged ({problem}). It is still on the phone; send again.',
  },
  'forms.no-document': {
    pt: 'Falta a parte «xml_submission_file», que é o próprio formulário. Envie outra vez de dentro do formulário.',
    en: 'The part "xml_submission_file", which is the form itself, is missing. Send again from inside the form.',
  },
  'forms.received': { pt: 'Recebido e guardado. Obrigado.', en: 'Received and kept. Thank you.' },
  'forms.received-files-missing': {
    pt: 'Recebido. Ficheiros em falta ({missing#}): {missing}. Continuam no telefone; envie-os quando houver rede.',
    en: 'Received. Files missing ({missing#}): {missing}. They are still on the phone; send them when there is a network.',
  },
  'forms.withdrawn': {
    pt: 'O escritório retirou esta submissão. Pode apagá-la do telefone.',
    en: 'The office has withdrawn this submission. You may delete it from the phone.',
  },
  'forms.sealed-unreadable': {
    pt: 'O formulário {instance} está fechado com uma chave que não é deste servidor. Continua no telefone: mostre isto ao escritório.',
    en: 'The form {instance} is sealed to a key that is not of this server. It is still on the phone: show this to the office.',
  },
  'forms.work-unreadable': {
    pt: 'Uma parte do ficheiro ({of}) não abre: foi fechada para outro servidor, ou é de uma aplicação mais nova. Continua no telefone: mostre isto ao escritório.',
    en: 'A part of the file ({of}) does not open: it was sealed to another server, or is of a newer app. It is still on the phone: show this to the office.',
  },
  'forms.blob-offset': {
    pt: 'O ficheiro vai no byte {offset}. A aplicação continua daí.',
    en: 'The file has come as far as byte {offset}. The app goes on from there.',
  },
  'forms.blob-damaged': {
    pt: 'O ficheiro chegou diferente do que foi anunciado e não se guardou. A aplicação envia-o outra vez.',
    en: 'The file arrived different from what was announced and was not kept. The app sends it again.',
  },
  'forms.device-too-wide': {
    pt: 'Um telefone não pode ver mais do que quem lhe faz a chave. Escolha áreas suas; retire: {areas}.',
    en: 'A phone cannot see more than the person who makes its key. Choose areas of your own; leave out: {areas}.',
  },
  'forms.no-form-named': {
    pt: 'O documento não diz de que formulário é. Abra o formulário outra vez no telefone e envie de lá.',
    en: 'The document does not say which form it belongs to. Open the form again on the phone and send from there.',
  },
  'forms.not-durable': {
    pt: 'O servidor não pode prometer que guarda: a base de dados tem {settings} desligado. O formulário continua no telefone; avise a administração, que liga essa opção e reinicia.',
    en: 'The server cannot promise to keep this: its database has {settings} switched off. The form stays on the phone; tell the administrator to switch it on and restart.',
  },
  'forms.form-unknown': {
    pt: 'O formulário «{form}» não está entre os deste telefone no projeto {project}. O seu trabalho fica no telefone: peça ao escritório que lho atribua e envie depois.',
    en: 'The form "{form}" is not among those of this phone in project {project}. Your work stays on the phone: ask the office to assign it, then send again.',
  },
  'forms.version-unknown': {
    pt: 'A versão «{version}» do formulário «{form}» não se conhece aqui. O seu trabalho fica no telefone: avise o escritório antes de o apagar.',
    en: 'Version "{version}" of the form "{form}" is not known here. Your work stays on the phone: tell the office before you delete it.',
  },
  'forms.form-closed': {
    pt: 'O formulário «{form}» está fechado. O seu trabalho fica no telefone: peça ao escritório que o abra outra vez e envie depois.',
    en: 'The form "{form}" is closed. Your work stays on the phone: ask the office to open it again, then send.',
  },
  'forms.other-content': {
    pt: 'Já há outro conteúdo com este número. O escritório tem os dois e decide; não apague o seu até lhe dizerem.',
    en: 'Other content with this number is here already. The office has both and will decide; do not delete yours until told.',
  },
  'forms.edit-of-unknown': {
    pt: 'A submissão que isto corrige ({replaces}) não se encontra aqui. Envie primeiro a original, depois a correção.',
    en: 'The submission that this corrects ({replaces}) is not here. Send the original first, then the correction.',
  },
  'forms.edit-of-superseded': {
    pt: 'A submissão que isto corrige já foi corrigida por outra pessoa. O escritório tem as duas e decide.',
    en: 'The submission that this corrects was corrected by somebody else already. The office has both and will decide.',
  },
  'forms.edit-not-allowed': {
    pt: 'Só quem enviou esta submissão, ou quem corrige dados na sua área, a pode substituir. Peça ao escritório.',
    en: 'Only who sent this submission, or who corrects data in its area, may replace it. Ask the office.',
  },
  'forms.try-again': {
    pt: 'Outra pessoa mudou o mesmo neste instante. Nada se perdeu; envie outra vez.',
    en: 'Somebody changed the same thing at this very moment. Nothing is lost; send again.',
  },
  'forms.device-revoked': {
    pt: 'A chave deste telefone já não vale. O que enviou está no escritório, à parte, em seu nome.',
    en: 'The key of this phone is no longer valid. What it sent is in the office, kept aside under your name.',
  },
  'forms.encrypted': {
    pt: 'Chegou cifrado: guarda-se e lista-se, mas não entra em respostas, listas nem indicadores. Peça a chave a quem fez o formulário.',
    en: 'It arrived encrypted: kept and listed, but in no answers, lists or indicators. Ask the author of the form for its key.',
  },
  'forms.clock-ahead': {
    pt: 'O relógio do telefone estava adiantado: terminado a {finishedAt}, recebido a {receivedAt}. Confirme a data com quem preencheu.',
    en: 'The phone’s clock was ahead: finished {finishedAt}, received {receivedAt}. Confirm the date with the person who filled it.',
  },
  'forms.clock-behind': {
    pt: 'O relógio do telefone estava atrasado: terminado a {finishedAt}, antes de haver esta versão; recebido a {receivedAt}. Confirme a data com quem preencheu.',
    en: 'The phone’s clock was behind: finished {finishedAt}, before this version existed; received {receivedAt}. Confirm the date with the person who filled it.',
  },
  'forms.rescue-unreadable': {
    pt: 'Isto não é um ficheiro de socorro da aplicação de campo, ou cortou-se ao copiar. Guarde-o outra vez no telefone e traga-o inteiro.',
    en: 'This is not a rescue file of the field app, or it was cut while it was copied. Save it again on the phone and bring it whole.',
  },
  'forms.rescue-other-project': {
    pt: 'O ficheiro é do projeto {project}, e o telefone {phone} é de outro. Escolha o telefone de onde o ficheiro veio.',
    en: 'The file is of project {project}, and the phone {phone} is of another. Choose the phone that the file came from.',
  },
  'forms.rescue-other-area': {
    pt: 'O telefone {phone} trabalha também fora da sua área ({areas}). Peça a quem tem essa área que receba o ficheiro; nada se perdeu.',
    en: 'The phone “{phone}” works outside your area too ({areas}). Ask somebody who has that area to take the file in; nothing is lost.',
  },
}
