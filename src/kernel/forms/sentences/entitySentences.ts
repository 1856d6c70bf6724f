/** What the compiler says about entities and `save_to`. */
import type { Sentences } from '../../text/sentences.ts'

export const entitySentences: Sentences = {
  'xlsform.entity-column': {
    pt: 'A coluna «{header}» não existe na folha «entities». Há list_name, label, entity_id, create_if e update_if. Corrija ou apague a coluna.',
    en: 'There is no column "{header}" in the sheet "entities". There are list_name, label, entity_id, create_if and update_if. Correct or delete the column.',
  },
  'xlsform.entity-without-list': { pt: 'Falta o nome da lista (list_name).', en: 'The name of the list (list_name) is missing.' },
  'xlsform.entity-name-underscores': {
    pt: 'O nome da lista «{name}» não pode começar por «__».',
    en: 'The name of the list "{name}" cannot begin with "__".',
  },
  'xlsform.entity-name-period': { pt: 'O nome da lista «{name}» não pode ter um ponto.', en: 'The name of the list "{name}" cannot have a period.' },
  'xlsform.entity-list-twice': {
    pt: 'A lista «{list}» já está declarada na linha {firstRow}. Cada lista tem uma só linha.',
    en: 'The list "{list}" is declared already in row {firstRow}. Each list has one row only.',
  },
  'xlsform.entity-without-label': {
    pt: 'Para criar registos na lista «{list}» é preciso um label; para mudar os que existem, um entity_id. Acrescente um dos dois.',
    en: 'To create records in the list "{list}" a label is needed; to change existing ones, an entity_id. Add one of the two.',
  },
  'xlsform.entity-update-without-id': {
    pt: 'update_if precisa de entity_id, para saber que registo da lista «{list}» mudar. Acrescente-o, ou use create_if.',
    en: 'update_if needs entity_id, to know which record of the list "{list}" to change. Add it, or use create_if.',
  },
  'xlsform.entity-both-without-update': {
    pt: 'Com create_if e entity_id a lista «{list}» precisa também de update_if. Acrescente-o, ou tire entity_id para só criar.',
    en: 'With create_if and entity_id the list "{list}" also needs update_if. Add it, or take entity_id away to create only.',
  },
  'xlsform.entity-no-place': {
    pt: 'A lista «{list}» não tem lugar: cada grupo, repetição ou formulário leva uma só declaração, e os de «{scope}» já estão tomados (linhas {rows}). Ponha as suas perguntas num grupo próprio.',
    en: 'The list "{list}" has no place: each group, repeat or form holds one declaration, and those of "{scope}" are taken (rows {rows}). Put its questions into a group of their own.',
  },
  'xlsform.entity-other-scope': {
    pt: 'A lista «{list}» pertence a «{scope}», mas usa «{name}», que está em «{own}». Copie o valor com um calculate dentro de «{scope}».',
    en: 'The list "{list}" belongs to "{scope}", but uses "{name}", which lies in "{own}". Copy the value with a calculate inside "{scope}".',
  },
  'xlsform.save-to-on-group': {
    pt: 'Um grupo ou repetição não se guarda numa lista. Apague save_to desta linha e ponha-o nas perguntas.',
    en: 'A group or repeat cannot be saved to a list. Delete save_to from this row and put it on the questions.',
  },
  'xlsform.save-to-without-entities': {
    pt: '«{name}» quer guardar em «{property}», mas nenhuma lista está declarada. Acrescente a folha «entities».',
    en: '"{name}" wants to be saved to "{property}", but no list is declared. Add the sheet "entities".',
  },
  'xlsform.save-to-hash': {
    pt: '«{value}» tem mais de um «#». Escreva lista#propriedade.',
    en: '"{value}" has more than one "#". Write list#property.',
  },
  'xlsform.save-to-without-list': {
    pt: 'Com várias listas é preciso dizer qual: escreva, por exemplo, {list}#{property}.',
    en: 'With several lists it has to be said which: write, for example, {list}#{property}.',
  },
  'xlsform.save-to-list-unknown': {
    pt: 'A lista «{list}» não está na folha «entities». Corrija o nome ou declare-a.',
    en: 'The list "{list}" is not in the sheet "entities". Correct the name or declare it.',
  },
  'xlsform.save-to-list-unknown-near': {
    pt: 'A lista «{list}» não está na folha «entities»; quis dizer «{meant}»?',
    en: 'The list "{list}" is not in the sheet "entities"; did you mean "{meant}"?',
  },
  'xlsform.save-to-reserved': {
    pt: '«{property}» é reservado: o nome e o texto de um registo vêm da folha «entities». Escolha outra propriedade.',
    en: '"{property}" is reserved: the name and label of a record come from the sheet "entities". Choose another property.',
  },
  'xlsform.save-to-underscores': { pt: 'A propriedade «{property}» não pode começar por «__».', en: 'The property "{property}" cannot begin with "__".' },
  'xlsform.save-to-invalid': {
    pt: 'A propriedade «{property}» não serve: começa por letra ou «_» e só leva letras, dígitos, «_», «-» e «.».',
    en: 'The property "{property}" will not do: it begins with a letter or "_" and holds only letters, digits, "_", "-" and ".".',
  },
  'xlsform.save-to-twice': {
    pt: 'A propriedade «{property}» já é guardada na linha {firstRow}. Escolha outra, ou apague uma.',
    en: 'The property "{property}" is saved already in row {firstRow}. Choose another, or delete one.',
  },
  'xlsform.save-to-other-scope': {
    pt: '«{name}» está em «{own}», mas a lista «{list}» pertence a «{scope}». Copie o valor com um calculate dentro de «{scope}».',
    en: '"{name}" lies in "{own}", but the list "{list}" belongs to "{scope}". Copy the value with a calculate inside "{scope}".',
  },
}
