/** What the reader of files refuses or notices, in words that say what to do next. A finding's sheet, line and column stand beside its sentence. */
import type { Sentences } from '../text/sentences.ts'

const wholeFile: Sentences = {
  'import.half-file': {
    pt: '«{name}» não chegou inteiro: falta-lhe o fim ou uma parte. Peça-o de novo a quem o enviou; nada foi importado.',
    en: '"{name}" did not arrive whole: its end or a part of it is missing. Ask the sender for it again; nothing was imported.',
  },
  'import.zip-bomb': {
    pt: '«{name}» ocuparia demasiado espaço ao abrir e foi recusado. Abra-o no Excel, guarde só a folha com os dados noutro livro e envie esse.',
    en: '"{name}" would take too much room when opened and was refused. Open it in Excel, save only the sheet with the data as a new workbook, and send that.',
  },
  'import.too-large': {
    pt: '«{name}» é grande demais para uma só importação. Divida-o, por exemplo por província, e envie as partes.',
    en: '"{name}" is too large for one import. Split it, for example by province, and send the parts.',
  },
  'import.doctype': {
    pt: '«{name}» contém instruções (DOCTYPE) que nenhum livro do Excel tem e foi recusado. Abra-o no Excel, guarde-o de novo como .xlsx e envie esse.',
    en: '"{name}" contains instructions (DOCTYPE) that no Excel workbook has, and was refused. Open it in Excel, save it again as .xlsx, and send that.',
  },
  'import.broken-workbook': {
    pt: '«{name}» está danificado (parte {part}). Abra-o no Excel, deixe-o reparar, guarde como .xlsx e envie de novo.',
    en: '"{name}" is damaged (part {part}). Open it in Excel, let it repair the file, save as .xlsx, and send it again.',
  },
  'import.not-a-workbook': {
    pt: '«{name}» é um arquivo comprimido, não um livro do Excel. Descomprima-o e envie o ficheiro .xlsx ou .csv que está dentro.',
    en: '"{name}" is an archive, not an Excel workbook. Unpack it and send the .xlsx or .csv file inside.',
  },
  'import.not-a-table': {
    pt: '«{name}» é {kind}, não uma tabela. Envie os dados em .xlsx, .xls, .csv, .tsv, .json ou .geojson.',
    en: '"{name}" is {kind}, not a table. Send the data as .xlsx, .xls, .csv, .tsv, .json or .geojson.',
  },
  'import.old-workbook': {
    pt: '«{name}» está num formato do Excel anterior ao Excel 5 (1993), que já não se lê. Abra-o, guarde-o como .xlsx e envie esse.',
    en: '"{name}" is in an Excel format from before Excel 5 (1993), which is no longer read. Open it, save it as .xlsx, and send that.',
  },
  'import.binary-workbook': {
    pt: '«{name}» está no formato binário do Excel (.xlsb). Abra-o, guarde-o como .xlsx e envie esse.',
    en: '"{name}" is in the binary Excel format (.xlsb). Open it, save it as .xlsx, and send that.',
  },
  'import.encrypted-workbook': {
    pt: '«{name}» está protegido por palavra-passe. Abra-o, retire a proteção (Ficheiro, Informações, Proteger livro), guarde e envie de novo.',
    en: '"{name}" is protected by a password. Open it, remove the protection (File, Info, Protect workbook), save, and send it again.',
  },
  'import.no-rows': {
    pt: '«{name}» não tem nenhuma linha de dados. Veja se enviou o ficheiro preenchido.',
    en: '"{name}" has no row of data. Check that you sent the file that was filled in.',
  },
  'import.broken-json': {
    pt: '«{name}» começa como JSON mas não é JSON válido: falta-lhe o fim ou uma parte. Exporte-o de novo da origem e envie esse.',
    en: '"{name}" begins as JSON but is not valid JSON: its end or a part is missing. Export it again from where it came, and send that.',
  },
  'import.json-without-rows': {
    pt: '«{name}» é JSON, mas não contém uma lista de registos. Exporte os dados como lista de objetos, um por linha da tabela, ou envie .xlsx ou .csv.',
    en: '"{name}" is JSON, but holds no list of records. Export the data as a list of objects, one for each row, or send .xlsx or .csv.',
  },
  'import.geojson-other-system': {
    pt: '«{name}» tem coordenadas num sistema que não é WGS 84. Exporte-o em WGS 84 (EPSG:4326) e envie de novo.',
    en: '"{name}" has coordinates in a system other than WGS 84. Export it in WGS 84 (EPSG:4326) and send it again.',
  },
  'import.unclosed-quote': {
    pt: 'Em «{name}» abre-se uma aspa na linha {line} que nunca se fecha: falta o fim do ficheiro, ou há uma aspa a mais. Corrija a linha {line} ou peça o ficheiro de novo.',
    en: 'In "{name}" a quotation mark opens on line {line} and never closes: the end of the file is missing, or there is one mark too many. Correct line {line}, or ask for the file again.',
  },
  'import.last-record-cut': {
    pt: 'A última linha está incompleta: o ficheiro parece ter sido cortado. Compare com o original, e envie-o inteiro.',
    en: 'The last row is incomplete: the file seems to have been cut. Compare it with the original, and send the whole.',
  },
}

const unseen: Sentences = {
  'import.hidden-sheet': {
    pt: 'Este livro tem uma folha escondida com {rows} {rows|linha|linhas}; parece conter {phones} {phones|número de telefone|números de telefone} e {emails} {emails|endereço|endereços} de correio. Deixá-la de fora?',
    en: 'This workbook has a hidden sheet with {rows} {rows|row|rows}; it seems to hold {phones} {phones|telephone number|telephone numbers} and {emails} {emails|e-mail address|e-mail addresses}. Leave it out?',
  },
  'import.hidden-columns': {
    pt: 'Colunas escondidas: {columns}. Também são lidas; deixe-as sem campo se não as quer.',
    en: 'Hidden columns: {columns}. They are read too; leave them without a field if you do not want them.',
  },
  'import.hidden-rows': {
    pt: '{count} {count|linha está escondida ou filtrada|linhas estão escondidas ou filtradas} ({lines}). Também se leem; apague no ficheiro o que não quer.',
    en: '{count} {count|row is hidden or filtered|rows are hidden or filtered} ({lines}). What is hidden is read too; delete in the file what you do not want.',
  },
  'import.comments': {
    pt: 'A folha tem {count} {count|comentário|comentários}, com cerca de {phones} {phones|número de telefone|números de telefone}. Não são importados; retire-os antes de partilhar o ficheiro.',
    en: 'The sheet has {count} {count|comment|comments}, with about {phones} {phones|telephone number|telephone numbers}. They are not imported; remove them before you share the file.',
  },
  'import.macros': {
    pt: 'O livro tem macros. Não são executadas; só os valores são lidos.',
    en: 'The workbook has macros. They are not run; only values are read.',
  },
  'import.external-links': {
    pt: 'O livro refere {count} {count|outro ficheiro|outros ficheiros}. Usam-se os últimos valores guardados; confirme que estão atualizados.',
    en: 'The workbook refers to {count} other files. The values last saved are used; check that they are up to date.',
  },
}

const layout: Sentences = {
  'import.no-header': {
    pt: 'Não se encontrou a linha com os nomes das colunas. Indique-a, ou dê nomes às colunas.',
    en: 'No row with the names of the columns was found. Say which it is, or name the columns.',
  },
  'import.column-without-name': {
    pt: 'Colunas com dados mas sem nome: {columns}. Chamam-se pela sua letra; dê-lhes um campo ou deixe-as de fora.',
    en: 'Columns with data but no name: {columns}. They are called by their letter; give them a field or leave them out.',
  },
  'import.repeated-column-name': {
    pt: 'Nomes de coluna repetidos: {columns}. Os seguintes levam um número; confirme qual é qual.',
    en: 'Repeated column names: {columns}. The later ones carry a number; check which is which.',
  },
  'import.merged-cells': {
    pt: '{count} {count|bloco|blocos} de células unidas entre os dados ({lines}): só a primeira linha de cada um tem valor. Separe no ficheiro as células unidas e preencha todas.',
    en: '{count} {count|block|blocks} of merged cells among the data ({lines}): only the first row of each has a value. Split the merged cells in the file and fill in all.',
  },
  'import.subtotal-differs': {
    pt: 'Folha «{sheet}», linha {line}: {place}, «{column}» diz {written}, mas as linhas somam {computed}. Corrija uma das duas, ou confirme que vale a soma das linhas.',
    en: 'Sheet "{sheet}", line {line}: {place}, "{column}" says {written}, but the rows add up to {computed}. Correct one of the two, or confirm that the sum of the rows holds.',
  },
  'import.subtotal-without-rows': {
    pt: 'Folha «{sheet}», linha {line}: há um subtotal de {place}, mas nenhuma linha. Veja se faltam linhas no ficheiro.',
    en: 'Sheet "{sheet}", line {line}: there is a subtotal of {place}, but no row. Check whether rows are missing in the file.',
  },
  'import.rows-without-subtotal': {
    pt: 'A folha «{sheet}» não tem subtotal para {places}. Veja se a folha está atualizada.',
    en: 'The sheet "{sheet}" has no subtotal for {places}. Check whether the sheet is up to date.',
  },
}

const cells: Sentences = {
  'import.long-numbers': {
    pt: '{count} {count|linha tem|linhas têm} números de mais de 15 algarismos, que se alteram ao ser lidos. Exporte esses códigos como texto, entre aspas.',
    en: '{count} {count|row has|rows have} numbers of more than 15 digits, which change when read. Export these codes as text, in quotation marks.',
  },
  'import.shapes-without-point': {
    pt: '{count} {count|registo tem|registos têm} uma linha ou uma área em vez de um ponto: {count|fica|ficam} sem latitude e longitude. Envie pontos, se os tem.',
    en: '{count} {count|record has|records have} a line or an area instead of a point, and {count|stays|stay} without latitude and longitude. Send points, if you have them.',
  },
  'import.formula-error': {
    pt: '{count} {count|célula|células} com erro de fórmula ({errors}), linhas {lines}. O valor fica desconhecido; corrija as fórmulas no ficheiro, se puder.',
    en: '{count} {count|cell|cells} with a formula error ({errors}), lines {lines}. The value stays unknown; correct the formulas in the file if you can.',
  },
  'import.formula-without-value': {
    pt: '{count} {count|fórmula nunca foi calculada|fórmulas nunca foram calculadas}, linhas {lines}. Abra o ficheiro no Excel, guarde-o e envie de novo.',
    en: '{count} {count|formula was never calculated|formulas were never calculated}, lines {lines}. Open the file in Excel, save it, and send it again.',
  },
  'import.nul-letter': {
    pt: '{count} {count|célula contém|células contêm} a letra NUL, que não se vê nem se pode guardar, linhas {lines}. Escreva o texto de novo nessas células.',
    en: '{count} {count|cell contains|cells contain} the letter NUL, which cannot be seen or stored, lines {lines}. Type the text of these cells again.',
  },
  'import.not-a-date': { pt: '«{value}» não é uma data. Escreva-a como 2021-03-27.', en: '"{value}" is no date. Write it as 2021-03-27.' },
  'import.date-impossible': {
    pt: '«{value}» é um dia que não existe. Corrija-o como 2021-03-27.',
    en: '"{value}" is a day that does not exist. Correct it as 2021-03-27.',
  },
  'import.date-incomplete': {
    pt: '«{value}» não diz o dia. Escreva a data inteira, como 2021-03-27.',
    en: '"{value}" does not say the day. Write the whole date, as 2021-03-27.',
  },
  'import.date-order-undecided': {
    pt: '«{value}» lê-se de duas maneiras e nada no ficheiro prova qual. Escolha: dia primeiro ou mês primeiro.',
    en: '"{value}" can be read in two ways and nothing in the file proves which. Choose: day first or month first.',
  },
  'import.date-against-order': {
    pt: '«{value}» contradiz a ordem das outras datas. Corrija-a como 2021-03-27.',
    en: '"{value}" contradicts the order of the other dates. Correct it as 2021-03-27.',
  },
  'import.not-a-number': {
    pt: '«{value}» não é um número. Escreva só algarismos, ou deixe vazio se não se sabe.',
    en: '"{value}" is no number. Write digits only, or leave it empty if it is not known.',
  },
  'import.not-a-whole-number': {
    pt: '«{value}» não é um número inteiro. Corrija-o: pessoas e famílias contam-se inteiras.',
    en: '"{value}" is no whole number. Correct it: people and households are counted whole.',
  },
  'import.number-undecided': {
    pt: '«{value}» pode ser milhares ou decimais e nada na coluna prova qual. Escolha: vírgula decimal ou ponto decimal.',
    en: '"{value}" may be thousands or decimals and nothing in the column proves which. Choose: decimal comma or decimal point.',
  },
  'import.number-against-mark': {
    pt: '«{value}» contradiz os outros números da coluna, cujo sinal decimal é «{mark}». Corrija-o.',
    en: '"{value}" contradicts the other figures of the column, whose decimal mark is "{mark}". Correct it.',
  },
}

export const readingSentences: Sentences = { ...wholeFile, ...unseen, ...layout, ...cells }
