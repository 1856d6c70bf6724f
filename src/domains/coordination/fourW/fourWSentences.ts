/** What the 4W says to people: what is the matter, what was kept, what to do next. */
import type { Sentences } from '../../../kernel/index.ts'

export const fourWSentences: Sentences = {
  'coordination.no-sheet': {
    pt: 'Em «{name}» nenhuma folha tem organização, sector e código de lugar. Use o modelo do 4W, com a linha HXL, ou dê às colunas esses nomes.',
    en: 'In "{name}" no sheet has an organisation, a sector and a code of a place. Use the 4W template, with its HXL row, or give the columns these names.',
  },
  'coordination.place-not-found': {
    pt: 'O código de lugar «{code}» não está em vigor no registo. A linha fica em quarentena e não conta; diga que lugar é, ou corrija o código no ficheiro.',
    en: 'The place code "{code}" is not in force in the register. The row stays in quarantine and does not count; say which place it is, or correct the code in the file.',
  },
  'question.coordination.place-not-found': {
    pt: 'Que lugar são os códigos {code}? A resposta fica no registo como outro código desse lugar e vale para os próximos ficheiros.',
    en: 'Which place are the codes {code}? The answer stays in the register as another code of that place and holds for later files.',
  },
  'coordination.place-former': {
    pt: 'O código «{code}» já não está em vigor e é lido como {pcode}. Use {pcode} no próximo envio.',
    en: 'The code "{code}" is no longer in force and is read as {pcode}. Use {pcode} when you send the file again.',
  },
  'coordination.district-changed': {
    pt: 'O distrito mudou em 2019 e o posto não se sabe: a actividade fica em {pcode}. Pergunte ao parceiro em que posto foi.',
    en: 'The district changed in 2019 and the post is not known: the activity stays in {pcode}. Ask the partner in which post it was.',
  },
  'coordination.people-fractional': {
    pt: '«{value}» não é um número inteiro de pessoas. O número fica em quarentena e não conta em lado nenhum; escreva quantas pessoas foram.',
    en: '"{value}" is no whole number of people. The figure stays in quarantine and counts nowhere; write how many people it was.',
  },
  'coordination.households-fractional': {
    pt: '«{value}» não é um número inteiro de agregados: foi dividido, e não contado. Fica por saber; peça o número ao parceiro.',
    en: '"{value}" is no whole number of households: it was divided, and not counted. It stays unknown; ask the partner for the number.',
  },
  'coordination.people-unknown': {
    pt: 'Sem número de pessoas alcançadas: fica por saber, e não zero. Peça-o ao parceiro se existir.',
    en: 'No number of people reached: it stays unknown, and not zero. Ask the partner for it if there is one.',
  },
  'coordination.figure-not-number': {
    pt: '«{value}» não é um número: fica por saber. Escreva só o número na célula.',
    en: '"{value}" is no number: it stays unknown. Write the number alone into the cell.',
  },
  'coordination.people-derived': {
    pt: 'As pessoas são exactamente cinco vezes os agregados: foram calculadas, e não contadas. Ficam marcadas assim; peça a contagem se existir.',
    en: 'The people are exactly five times the households: they were worked out, and not counted. They are marked so; ask for the count if there is one.',
  },
  'coordination.planned-but-reached': {
    pt: 'Está «planeada» e já tem {people} {people|pessoa alcançada|pessoas alcançadas}. Pergunte ao parceiro se começou, ou se o número é a meta.',
    en: 'It is "planned" and has {people} {people|person|people} reached. Ask the partner whether it has begun, or whether the number is the target.',
  },
  'coordination.parts-above-total': {
    pt: 'Mulheres, homens, raparigas e rapazes somam {parts}, mais do que o total de {total} {total|pessoa alcançada|pessoas alcançadas}. Corrija as partes ou o total; o que não se sabe fica vazio.',
    en: 'Women, men, girls and boys add up to {parts}, more than the {total} {total|person|people} reached. Correct the parts or the total; leave empty what is not known.',
  },
  'coordination.evidence-unknown': {
    pt: '«{value}» não diz como se soube o número. Escreva contado, estimado ou calculado; até lá fica por dizer.',
    en: '"{value}" does not say how the number is known. Write counted, estimated or derived; until then it is not said.',
  },
  'coordination.end-before-start': {
    pt: 'Termina ({end}) antes de começar ({start}). Corrija uma das datas.',
    en: 'It ends ({end}) before it starts ({start}). Correct one of the dates.',
  },
  'coordination.date-far': {
    pt: 'O início «{value}» fica longe do ano das outras linhas ({year}). Veja se o ano está bem escrito.',
    en: 'The start "{value}" is far from the year of the other rows ({year}). See whether the year is written right.',
  },
  'coordination.date-as-text': {
    pt: 'A data está escrita como texto, «{value}», e é lida como {day}. Use o formato de data da folha.',
    en: 'The date is written as text, "{value}", and is read as {day}. Use the date format of the sheet.',
  },
  'coordination.date-unreadable': {
    pt: '«{value}» não é um só dia que se possa ler: fica por saber. Escreva dia, mês e ano.',
    en: '"{value}" is not one day that can be read: it stays unknown. Write day, month and year.',
  },
  'coordination.status-blank': {
    pt: 'Sem estado: fica por saber. Escolha um dos cinco estados da lista.',
    en: 'No status: it stays unknown. Choose one of the five states of the list.',
  },
  'coordination.status-unknown': {
    pt: 'O estado «{value}» não se reconhece: fica por saber. Escolha um dos cinco estados da lista.',
    en: 'The status "{value}" is not recognised: it stays unknown. Choose one of the five states of the list.',
  },
  'coordination.status-spellings': {
    pt: 'O estado está escrito de {n} {n|maneira|maneiras} ({spellings}). Todas são entendidas; use a lista no próximo envio.',
    en: 'The status is written in {n} {n|way|ways} ({spellings}). All are understood; use the list when you send the file again.',
  },
  'coordination.rows-equal': {
    pt: 'Igual a outra linha em tudo menos no código ({groups} {groups|grupo|grupos} no ficheiro). Fica; apague-a no ficheiro se for a mesma actividade escrita duas vezes.',
    en: 'Equal to another row in everything but its code ({groups} {groups|group|groups} in the file). It stays; delete it in the file if the same work was written twice.',
  },
  'coordination.organisation-missing': {
    pt: 'Sem organização: a linha fica em quarentena. Escreva que organização faz a actividade.',
    en: 'No organisation: the row stays in quarantine. Write which organisation does the work.',
  },
  'coordination.organisation-spellings': {
    pt: '{written} {written|grafia é|grafias são} {organisations} {organisations|organização|organizações}, quando não se olha a maiúsculas, acentos e sinais. Cada grafia fica guardada; nada que só seja parecido se junta.',
    en: '{written} {written|spelling is|spellings are} {organisations} {organisations|organisation|organisations} when capitals, accents and marks are set aside. Each spelling is kept; nothing that is only alike is joined.',
  },
  'coordination.organisation-two-kinds': {
    pt: '«{name}» tem dois tipos no ficheiro ({kinds}). Fica o mais usado; corrija-o no registo de organizações se não for esse.',
    en: '"{name}" has two types in the file ({kinds}). The one used most stays; correct it in the register of organisations if it is not that.',
  },
  'coordination.sector-unknown': {
    pt: 'O sector «{value}» não está na lista: a linha fica em quarentena. Escolha um sector da lista.',
    en: 'The sector "{value}" is not in the list: the row stays in quarantine. Choose a sector of the list.',
  },
  'coordination.code-twice': {
    pt: 'O código de actividade «{code}» já está noutra linha da mesma organização: esta fica em quarentena. Dê-lhe um código próprio.',
    en: 'The activity code "{code}" stands in another row of the same organisation: this one stays in quarantine. Give it a code of its own.',
  },
  'coordination.other-organisation': {
    pt: 'A linha é de «{name}», e não da sua organização: fica de parte e não se grava. Só essa organização a pode enviar.',
    en: 'The row is of "{name}", and not of your organisation: it is put aside and not written. Only that organisation can send it.',
  },
  'coordination.implementer-unknown': {
    pt: 'O parceiro de implementação «{name}» não está no registo: a linha entra sem ele. Peça à coordenação que o acrescente, e envie o ficheiro outra vez.',
    en: 'The implementing partner "{name}" is not in the register: the row is taken without it. Ask coordination to add it, and send the file again.',
  },
  'coordination.funder-unknown': {
    pt: 'O financiador «{name}» não está no registo: a linha entra sem ele. Peça à coordenação que o acrescente, e envie o ficheiro outra vez.',
    en: 'The funder "{name}" is not in the register: the row is taken without it. Ask coordination to add it, and send the file again.',
  },
  'coordination.donor-and-implementer-both': {
    pt: 'O mesmo trabalho foi enviado também por quem o paga ou por quem o faz: {other}. As duas linhas ficam, ligadas, e conta-se só a do parceiro de implementação. Se não for o mesmo trabalho, diga à coordenação, que as pode separar.',
    en: "The same work was sent by who pays for it or who does it too: {other}. Both rows stay, linked, and only the implementing partner's counts. If it is not the same work, tell coordination, which can separate them.",
  },
  'coordination.becomes-correction': {
    pt: 'O mês {month} está fechado: {told} {told|linha nova ou mudada fica como correcção|linhas novas ou mudadas ficam como correcções}, e o que se fechou fica como estava. Escreva o motivo antes de gravar.',
    en: 'The month {month} is locked: {told} {told|new or changed row becomes a correction|new or changed rows become corrections}, and what was locked stays as it was. Write the reason before you save.',
  },
  'coordination.totals-row': {
    pt: 'É uma linha de totais, e não uma actividade: não se lê. Ponha os totais fora da tabela.',
    en: 'This is a row of totals, and no activity: it is not read. Keep totals outside the table.',
  },
  'coordination.comments-held': {
    pt: '{count} {count|comentário livre pode|comentários livres podem} nomear pessoas: só a coordenação do cluster e a própria organização os lêem. Leia-os antes de os partilhar.',
    en: '{count} free {count|comment|comments} may name people: only cluster coordination and the organisation itself read them. Read them before you share them.',
  },
  'coordination.tags-unknown': {
    pt: 'Etiquetas HXL que não se usam aqui: {tags}. As colunas não se perdem do ficheiro; diga no passo «Colunas» o que são, se fazem falta.',
    en: 'HXL tags that are not used here: {tags}. The columns stay in the file; say in the step "Columns" what they are if they are needed.',
  },
  'coordination.undo-answered': {
    pt: 'Parceiros já responderam por {n} {n|actividade|actividades} desta importação. Não se pode desfazer; corrija as actividades uma a uma, ou envie um ficheiro novo.',
    en: 'Partners have answered for {n} {n|activity|activities} of this import already. It cannot be taken back; correct the activities one by one, or send a new file.',
  },
  'coordination.reach-rule': {
    pt: 'Intervalo, e não uma contagem de pessoas. Em cada distrito vale o maior sector. Extremo inferior: dentro do sector tudo se sobrepõe. Extremo superior: as linhas do sector são pessoas diferentes, no máximo a população do distrito.',
    en: 'A range, and not a count of people. In each district the largest sector stands. Lower end: within a sector everything overlaps. Upper end: rows of a sector are different people, at most the population of the district.',
  },
}
