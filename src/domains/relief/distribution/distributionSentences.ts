/** What distributions refuse, in words that say what to do next. */
import type { Sentences } from '../../../kernel/shared.ts'

export const distributionSentences: Sentences = {
  'relief.distribution-place': {
    pt: 'O registo de lugares não conhece «{place}». Escolha o lugar na lista.',
    en: 'The register of places does not know "{place}". Choose the place from the list.',
  },
  'relief.bands-overlap': {
    pt: 'Dois pacotes servem o mesmo tamanho de agregado. Corrija os limites: cada tamanho pertence a um só pacote.',
    en: 'Two packages serve the same household size. Correct the limits: each size belongs to one package.',
  },
  'relief.package-item': {
    pt: 'O catálogo não tem: {list}. Escolha artigos ou kits do catálogo, ou acrescente-os primeiro.',
    en: 'The catalogue does not have: {list}. Choose items or kits of the catalogue, or add them first.',
  },
  'relief.day-begun': {
    pt: 'A distribuição {code} já começou ou acabou: isto já não se muda.',
    en: 'Distribution {code} has begun or is over: this is not changed any more.',
  },
  'relief.no-household-column': {
    pt: 'Em «{name}» não há coluna com números de agregados. Dê a uma coluna o nome «agregado» e a outra «pessoas».',
    en: '"{name}" has no column of household numbers. Name one column "household" and another "people".',
  },
  'relief.list-empty': { pt: 'A lista não tem agregados. Carregue a lista primeiro.', en: 'The list has no households. Bring the list first.' },
  'relief.household-twice': {
    pt: 'Estes agregados estão duas vezes na lista: {list}. Deixe cada um uma vez.',
    en: 'These households are on the list twice: {list}. Leave each once.',
  },
  'relief.household-unprintable': {
    pt: 'Estes números não cabem numa senha: {list}. Use só letras maiúsculas, algarismos e traços, até 20.',
    en: 'These numbers fit no token: {list}. Use capital letters, digits and dashes only, up to 20.',
  },
  'relief.no-package': {
    pt: 'Para estes agregados não há pacote, porque falta o tamanho ou nenhum pacote o serve: {list}. Conte as pessoas, ou corrija os pacotes.',
    en: 'There is no package for these households, because their size is missing or no package serves it: {list}. Count the people, or correct the packages.',
  },
  'relief.selection-unpublished': {
    pt: 'A selecção {programme}, {number} ainda não foi publicada. Leve-a até à publicação, ou escolha outra.',
    en: 'Selection {programme}, {number} is not published yet. Take it to its publication, or choose another.',
  },
  'relief.selection-elsewhere': {
    pt: 'A selecção {programme}, {number} é de outro lugar ({place}). Escolha uma do lugar da distribuição.',
    en: 'Selection {programme}, {number} is of another place ({place}). Choose one of the place of the distribution.',
  },
  'relief.selection-changed': {
    pt: 'A lista guardada da selecção {programme}, {number} já não é a que foi publicada. Não a use; chame quem a publicou.',
    en: 'The stored list of selection {programme}, {number} is no longer the one that was published. Do not use it; call whoever published it.',
  },
  'relief.blanket-selection': {
    pt: 'Esta distribuição é para todos do lugar: não usa a lista de uma selecção. Carregue a lista de todos, ou planeie uma distribuição para quem foi escolhido.',
    en: 'This distribution is for everybody of the place: it takes no list of a selection. Bring the list of everybody, or plan a distribution for those who were chosen.',
  },
  'relief.blanket-limit': {
    pt: 'Só se distribui a todos onde pelo menos {limit} % não têm o artigo. De «{item}» a avaliação mais recente do lugar diz: {percent}. Faça uma selecção, ou uma avaliação nova.',
    en: 'Goods go to everybody only where at least {limit}% lack them. Of "{item}" the newest assessment of the place says: {percent}. Make a selection, or a new assessment.',
  },
  'relief.list-not-now': {
    pt: 'A lista de {code} não se muda neste estado. Depois de congelada, quem ficou de fora é servido como excepção.',
    en: 'The list of {code} is not changed in this state. Once it is frozen, whoever was left out is served as an exception.',
  },
  'relief.consultation-missing': {
    pt: 'Falta a consulta à comunidade de {code}. Registe quantas mulheres, homens, raparigas e rapazes foram ouvidos, e o que se combinou.',
    en: 'The consultation with the community of {code} is missing. Record how many women, men, girls and boys were heard, and what was agreed.',
  },
  'relief.nobody-verified': {
    pt: 'Nenhum agregado foi confirmado. Confirme a lista com a comunidade antes de continuar.',
    en: 'No household is verified. Verify the list with the community before going on.',
  },
  'relief.safety-check': {
    pt: 'A distribuição não abre: falta confirmar {missing}. Veja no terreno e marque cada ponto.',
    en: 'The distribution does not open: {missing} must still be confirmed. Look on the ground and mark each point.',
  },
  'relief.goods-only': {
    pt: 'A distribuição {code} é só de artigos. Entregue artigos ao aparelho.',
    en: 'The distribution {code} is of goods alone. Give goods to the tablet.',
  },
  'relief.no-custody': {
    pt: 'Nenhum aparelho tem artigos em custódia. Entregue artigos a pelo menos um antes de abrir.',
    en: 'No tablet has goods in custody. Give goods to at least one before opening.',
  },
  'relief.custody-not-now': {
    pt: 'Em {code} só se entregam artigos a aparelhos depois de a lista estar confirmada e até fechar.',
    en: 'Give goods to tablets of {code} only after the list is verified and until it closes.',
  },
  'relief.phone-unknown': {
    pt: 'Este telefone não trabalha neste lugar, ou a sua chave acabou. Escolha outro, ou ligue-o de novo em Formulários.',
    en: 'This phone does not work in this place, or its key has ended. Choose another, or join it again under Forms.',
  },
  'relief.custody-shelf': {
    pt: '«{shelf}» não é uma prateleira deste stock. Escolha-a na lista.',
    en: '"{shelf}" is no shelf of this stock. Choose it from the list.',
  },
  'relief.goods-of-another': {
    pt: 'Estes artigos são de um parceiro que não faz a distribuição {code}. Escolha os de quem a faz, ou planeie-a em nome dele.',
    en: 'These goods belong to a partner that does not make distribution {code}. Choose those of whoever makes it, or plan it in that partner’s name.',
  },
  'relief.counted-already': {
    pt: '{label} já foi contado. Explique a diferença na linha; a contagem não se repete.',
    en: '{label} is counted already. Explain the difference on its line; the count is not made again.',
  },
  'relief.count-not-now': {
    pt: 'Em {code} conta-se durante a distribuição ou depois de fechar.',
    en: 'In {code} one counts during the distribution or after it is closed.',
  },
  'relief.tablet-not-counted': {
    pt: 'Falta contar: {list}. Conte cada aparelho; um perdido conta-se como perdido.',
    en: 'Still to be counted: {list}. Count each tablet; a lost one is counted as lost.',
  },
  'relief.unexplained-variance': {
    pt: '«{item}» (lote «{lot}») devia ter {expected} e contaram-se {counted}. Escreva a explicação e peça a outra pessoa que a assine.',
    en: '"{item}" (lot "{lot}") should be {expected} and {counted} were counted. Write the explanation and ask another person to sign it.',
  },
  'relief.exceptions-open': {
    pt: '{n} {n|excepção espera|excepções esperam} por uma decisão. Aprove ou rejeite cada uma.',
    en: '{n} {n|exception waits|exceptions wait} for a decision. Approve or reject each.',
  },
  'relief.above-entitlement': {
    pt: 'De «{item}» este agregado tem direito a {entitled} e já recebeu {handed}: não pode receber mais {asked}. Chame quem lidera se houver engano.',
    en: 'Of "{item}" this household is entitled to {entitled} and has received {handed}: it cannot receive {asked} more. Call the leader if this is a mistake.',
  },
  'relief.not-on-list': {
    pt: '«{household}» não está na lista congelada. Escreva-o como excepção, com a razão.',
    en: '"{household}" is not on the frozen list. Write it as an exception, with the reason.',
  },
  'relief.not-this-tablet': {
    pt: 'Este aparelho não pertence a esta distribuição. Peça a quem a lidera que lhe entregue artigos.',
    en: 'This tablet does not belong to this distribution. Ask its leader to give it goods.',
  },
  'relief.fact-not-here': {
    pt: 'A entrega a {household} é de outra distribuição ou de outro aparelho. Guarde-a e mostre-a a quem lidera.',
    en: 'The handover to {household} is of another distribution or tablet. Keep it and show it to the leader.',
  },
  'relief.fact-broken': {
    pt: 'A entrega a {household} não está inteira. Guarde-a e mostre-a a quem lidera.',
    en: 'The handover to {household} is not whole. Keep it and show it to the leader.',
  },
  'relief.slip-unsigned': {
    pt: 'A assinatura do aparelho na entrega a {household} não confere. Guarde-a e mostre-a a quem lidera.',
    en: 'The tablet’s signature on the handover to {household} does not hold. Keep it and show it to the leader.',
  },
  'relief.nothing-to-take-back': {
    pt: 'Nada há para anular na entrega a {household}, ou já foi anulada.',
    en: 'There is nothing to take back in the handover to {household}, or it was taken back already.',
  },
  'relief.handover-other-content': {
    pt: 'O aparelho já enviou outra entrega com o número {n} (agregado {household}). Guarde esta e mostre-a a quem lidera.',
    en: 'The tablet has already sent another handover with the number {n} (household {household}). Keep this one and show it to the leader.',
  },
  'relief.tokens-not-now': {
    pt: 'As senhas de {code} imprimem-se quando a lista está congelada e até fechar.',
    en: 'The tokens of {code} are printed once the list is frozen and until it closes.',
  },
  'relief.no-slips': {
    pt: 'Não há talões de {code} para imprimir: a lista não está congelada, ou o agregado escrito não está nela. Congele a lista, ou corrija o código.',
    en: 'There are no slips of {code} to print: the list is not frozen, or the household written is not on it. Freeze the list, or correct the code.',
  },
  'relief.no-tokens': {
    pt: 'Não há senhas por imprimir. Para imprimir de novo, anule as anteriores ou escolha os agregados.',
    en: 'There are no tokens to print. To print again, revoke those before or choose the households.',
  },
}
