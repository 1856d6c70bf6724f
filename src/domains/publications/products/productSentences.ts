/** What is said when a text or a picture cannot go out, and what to do next. */
import type { Sentences } from '../../../kernel/index.ts'

export const productSentences: Sentences = {
  'publish.glyph-missing': {
    pt: 'A letra «{letter}» do texto em {language} não existe no tipo de letra com que se imprime: sairia uma caixa vazia. Escreva-a de outra forma, ou fale com quem conhece a ortografia.',
    en: 'The letter “{letter}” of the text in {language} is not in the font that we print with: an empty box would come out. Write it otherwise, or speak with somebody who knows the orthography.',
  },
  'publish.number-unbound': {
    pt: '«{said}» não está ligado a nenhum número fixado ({lang}): «{sentence}». Escolha a publicação de onde vem, escreva-o nos números próprios, ou tire-o.',
    en: '"{said}" is bound to no frozen figure ({lang}): "{sentence}". Choose the publication that it comes from, enter it as a figure of your own, or take it out.',
  },
  'publish.number-differs': {
    pt: 'O texto diz «{said}» ({lang}); dos números fixados resulta {computed}: «{sentence}». Corrija o texto.',
    en: 'The text says "{said}" ({lang}); from the frozen figures follows {computed}: "{sentence}". Correct the text.',
  },
  'publish.language-missing': {
    pt: 'Falta o texto em {language}. Escreva título, resumo e texto, ou diga porque sai numa só língua.',
    en: 'The text in {language} is missing. Write title, summary and text, or say why it goes out in one language only.',
  },
  'publish.translation-stale': {
    pt: 'O original mudou depois da tradução para {language}. Compare, corrija a tradução, ou confirme que ainda serve.',
    en: 'The original changed after the translation into {language} was made. Compare them, correct the translation, or confirm that it still fits.',
  },
  'publish.same-person': {
    pt: 'Quem escreveu ou reviu não dá este passo. Peça a outra pessoa.',
    en: 'Whoever wrote or reviewed it does not take this step. Ask another person.',
  },
  'press.over': {
    pt: 'Este texto valeu até {day}. Dê-lhe um dia mais tarde, se ainda é verdade.',
    en: 'This text was good until {day}. Give it a later day if it is still true.',
  },
  'publish.disclosure-open': {
    pt: 'Números de pessoas abaixo de {minimum} podem mostrar quem são: {cells}. Tire-os, ou junte-os a um grupo maior.',
    en: 'Counts of people below {minimum} can show who they are: {cells}. Take them out, or join them with a larger group.',
  },
  'publish.counterpart-open': {
    pt: 'Publicação conjunta: falta a resposta da contraparte do Governo. Peça-a, ou registe porque não era precisa.',
    en: 'Joint product: the answer of the Government counterpart is open. Ask for it, or record why none was required.',
  },
  'publish.counterpart-early': {
    pt: 'O texto ainda pode mudar. Espere que as línguas estejam prontas, leia-o, e concorde então.',
    en: 'The text may still change. Wait until the languages are ready, read it, and agree then.',
  },
  'publish.counterpart-who': {
    pt: 'Só a contraparte do Governo diz que concorda; só a missão regista que não era preciso perguntar.',
    en: 'Only the Government counterpart says that it agrees; only the mission records that nobody had to ask.',
  },
  'publish.consent-missing': {
    pt: 'Fotografia «{asset}»: falta o consentimento de {who} ({missing}) para o portal a {day}. Registe-o, ou tire a fotografia.',
    en: 'Picture "{asset}": the consent of {who} is missing ({missing}) for the portal on {day}. Record it, or take the picture out.',
  },
  'publish.personal-in-text': {
    pt: 'O texto traz {what}. Tire-os: escreva antes onde se pede ajuda, ou o nome do serviço.',
    en: 'The text carries {what}. Take them out: say instead where to ask for help, or the name of the service.',
  },
  'publish.name-in-text': {
    pt: 'O texto traz o nome de uma pessoa das fotografias. Escreva sem o nome: junto da cara e do lugar, qualquer pessoa a encontra.',
    en: 'The text carries the name of a person in the pictures. Write it without the name: beside face and place, anybody can find them.',
  },
  'publish.place-too-near': {
    pt: 'O texto fala de pessoas protegidas e diz onde estão ({places}). Diga só a província.',
    en: 'The text speaks of protected people and says where they are ({places}). Name the province only.',
  },
  'publish.picture-gone': {
    pt: 'Uma das fotografias foi retirada. Tire-a desta publicação.',
    en: 'One of the pictures was removed. Take it out of this product.',
  },
  'publish.source-unknown': {
    pt: '«{slug}» não é uma publicação de que se possam citar números. Escolha outra da lista.',
    en: '"{slug}" is no publication whose figures can be quoted. Choose another one from the list.',
  },
  'publish.source-old': {
    pt: 'A versão {version} de «{slug}» foi substituída ou retirada. Devolva à redacção, escolha a versão actual e fixe os números de novo.',
    en: 'Version {version} of "{slug}" was superseded or withdrawn. Return to drafting, choose the current version and freeze the figures again.',
  },
  'publish.period-reversed': { pt: 'O período acaba antes de começar. Troque os dias.', en: 'The period ends before it begins. Swap the days.' },
  'publish.place-unknown': {
    pt: 'O registo de lugares não conhece {places}. Escolha províncias, distritos ou postos do registo.',
    en: 'The register of places does not know {places}. Choose provinces, districts or posts of the register.',
  },
  'publish.text-closed': {
    pt: 'Neste passo já não se escreve. Devolva à redacção para mudar o texto.',
    en: 'At this step nothing is written any more. Return it to drafting to change the text.',
  },
  'publish.written-meanwhile': {
    pt: 'Outra pessoa escreveu aqui entretanto. O seu texto não se perdeu: copie-o, abra de novo e junte as duas versões.',
    en: 'Somebody else wrote here meanwhile. Your text is not lost: copy it, open it again and join the two versions.',
  },
  'publish.not-published': {
    pt: 'Só do que está publicado se faz uma nova edição. Continue a que está a ser escrita.',
    en: 'Only of what is published a new edition is made. Go on with the one that is being written.',
  },
  'publish.edition-begun': {
    pt: 'A edição seguinte de {number} já foi começada. Continue essa.',
    en: 'The next edition of {number} was begun already. Go on with that one.',
  },
  'publish.day-past': { pt: 'Esse dia já passou. Escolha {today} ou um dia depois.', en: 'That day is past. Choose {today} or a later day.' },
  'publish.too-early': {
    pt: 'Está marcado para {day}. Espere por esse dia, ou devolva à redacção para o mudar.',
    en: 'It is set for {day}. Wait for that day, or return it to drafting to change it.',
  },
  'publish.picture-none': { pt: 'Não veio nenhuma fotografia. Escolha um ficheiro JPEG ou PNG.', en: 'No picture came. Choose a JPEG or PNG file.' },
  'publish.transcript-missing': {
    pt: 'O som ou filme «{asset}» não tem transcrição. Escreva as palavras nas duas línguas: há quem não o possa ouvir, e quem não tenha rede para o abrir.',
    en: 'The sound or film "{asset}" has no transcript. Write its words in both languages: some cannot hear it, and some have no network to open it.',
  },
  'publish.film-tracks': {
    pt: '«{name}» traz mais do que imagem e som (legendas, ou o caminho da câmara). Grave-o só com imagem e som e envie de novo.',
    en: '"{name}" carries more than picture and sound (subtitles, or the path of the camera). Save it with picture and sound alone and send it again.',
  },
  'publish.picture-foreign': {
    pt: '«{name}» não é uma fotografia JPEG ou PNG, um som MP3, WAV ou M4A, nem um filme MP4. Grave-o num destes formatos e envie de novo.',
    en: '"{name}" is no JPEG or PNG picture, no MP3, WAV or M4A sound and no MP4 film. Save it in one of these formats and send it again.',
  },
  'publish.picture-broken': {
    pt: '«{name}» está incompleto ou estragado. Copie-o de novo da câmara e envie outra vez.',
    en: '"{name}" is incomplete or damaged. Copy it from the camera again and send it once more.',
  },
  'publish.picture-known': {
    pt: '«{name}» já está guardada. Procure-a na lista.',
    en: '"{name}" is kept already. Look for it in the list.',
  },
  'publish.picture-large': {
    pt: 'O ficheiro tem mais de {limit} MB. Grave-o mais pequeno e envie de novo.',
    en: 'The file is larger than {limit} MB. Save it smaller and send it again.',
  },
  'publish.picture-place': {
    pt: 'Diga o distrito ou a província onde foi tirada, e nada mais perto.',
    en: 'Name the district or the province where it was taken, and nothing nearer.',
  },
  'publish.picture-children': {
    pt: 'Há {children} {children|criança|crianças} entre {people} {people|pessoa|pessoas}: não pode ser. Conte de novo.',
    en: 'There are {children} {children|child|children} among {people} {people|person|people}: that cannot be. Count again.',
  },
  'publish.picture-protected': {
    pt: 'Não se guardam fotografias de sobreviventes de violência, ex-combatentes, vítimas de tráfico ou pessoas detidas. Apague-a também da câmara.',
    en: 'No pictures are kept of survivors of violence, former fighters, victims of trafficking or detained people. Delete it from the camera too.',
  },
  'media.same-person': {
    pt: 'Quem escreveu a resposta não a autoriza. Peça a outra pessoa.',
    en: 'Whoever wrote the answer does not clear it. Ask another person.',
  },
  'media.deadline-past': {
    pt: 'O prazo já passou. Combine outro com quem pergunta, e escreva esse.',
    en: 'The deadline is past already. Agree on another one with whoever asks, and enter that.',
  },
}
