/**
 * What SECURITY.md promises, as tables that a person can read: rows are records, columns are roles. A: every row. I: rows inside his areas. O: rows that he
 * wrote. W: rows of the organisation that he works for. P: rows of published rounds; of places, those down to the administrative post. F: what is assigned to him, his phone or his role;
 * nothing is assigned here (test/assignments.test.ts). S: what belongs to a sealed form; no form is sealed here (test/sealedForms.test.ts). -: nothing; so it is where the last column is left out. The rules in the code are held against this, never the other way round.
 */

import { coordinationAccess } from './coordinationAccess.ts'
import { area, type Column, columns, ownOrganisation } from './everyRole.ts'
import { publicationAccess } from './publicationAccess.ts'
import { reliefAccess } from './reliefAccess.ts'
import { resultsAccess } from './resultsAccess.ts'
import { solutionsAccess } from './solutionsAccess.ts'
import { stockAccess } from './stockAccess.ts'

type Letter = 'A' | 'I' | 'O' | 'W' | 'P' | 'F' | 'S' | '-'

/** The highest class that a role may open. */
const clearance: Record<Column, number> = {
  admin: 2,
  dataOfficer: 3,
  reportOfficer: 2,
  governmentReviewer: 2,
  coordinator: 2,
  enumerator: 2,
  chief: 2,
  monitoring: 2,
  registrar: 3,
  duplicateReviewer: 3,
  clusterCoordinator: 3,
  partner: 2,
  communications: 2,
  warehouse: 2,
  pipeline: 2,
  solutions: 3,
  public: 1,
  system: 4,
}

// Columns:                            admin data report gov coord enum chief monit registrar duplicates clust partner public system communications warehouse pipeline solutions
const reads: Record<string, string> = {
  ...stockAccess.reads,
  ...resultsAccess.reads,
  'places.place': '                    A     A    A      A   A     A    A     A     A         A     A          A       P      A A A A A',
  'places.alias': '                    A     A    A      A   A     A    A     A     A         A     A          A       A      A A A A A',
  'places.boundary': '                 A     A    A      A   A     A    A     A     A         A     A          A       A      A A A A A',
  'places.earlier_geometry': '         A     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'organisations.organisation': '      A     A    A      A   A     -    A     A     -         -     A          A       -      A A A A A',
  'displacement.operation': '          A     A    A      A   A     A    A     A     A         A     A          A       -      A',
  'displacement.round': '              A     A    A      A   A     A    A     A     -         -     P          P       -      A',
  'displacement.master_list_line': '   -     I    I      I   I     I    A     A     -         -     P          P       -      A',
  'displacement.assessment': '         -     I    I      I   I     O    A     A     -         -     -          -       -      A',
  'displacement.presence_cell': '      -     I    I      I   I     O    A     A     -         -     P          P       -      A',
  'displacement.age_count': '          -     I    I      I   I     O    A     A     -         -     -          -       -      A',
  'displacement.correction': '         -     I    I      I   I     O    A     A     -         -     -          -       -      A',
  'displacement.finding': '            -     I    I      I   I     -    A     A     -         -     -          -       -      A',
  'displacement.endorsement': '        A     A    A      A   A     A    A     A     -         -     -          -       -      A',
  'displacement.movement_event': '       -     I    I      I   I     O    A     A     -         -     -          -       -      A',
  'displacement.access_request': '       -     I    I      I   I     -    A     A     -         -     -          -       -      A',
  'displacement.movement_alert': '       A     A    A      A   A     A    A     A     -         -     -          -       -      A',
  'displacement.flow_point': '           A     A    A      A   A     A    A     A     -         -     -          -       -      A',
  'displacement.observation_session': '  -     I    I      I   I     O    A     A     -         -     -          -       -      A',
  'displacement.flow_group': '           -     I    I      I   I     O    A     A     -         -     -          -       -      A',
  'displacement.flow_interview': '       -     I    -      -   -     O    -     A     -         -     -          -       -      A',
  'displacement.entry_point_status': '   A     A    A      A   A     A    A     A     -         -     A          A       -      A',
  'displacement.flow_bulletin': '        A     A    A      A   A     A    A     A     -         -     -          -       -      A',
  'displacement.survey': '               A     A    A      A   A     A    A     A     -         -     -          -       -      A',
  'displacement.sample_frame': '         -     I    -      -   I     -    A     A     -         -     -          -       -      A',
  'displacement.sampled_unit': '         -     I    I      I   I     I    A     A     -         -     -          -       -      A',
  'displacement.plan_line': '            A     A    A      A   A     A    A     A     -         -     -          -       -      A',
  'displacement.survey_answer': '        -     I    -      -   -     O    -     A     -         -     -          -       -      A',
  'displacement.survey_microdata': '    A     A    A      A   A     A    A     A     -         -     -          -       -      A',
  'forms.project': '                  A     A    A      -   A     F    A     A     A         -     -          -       -      A',
  'forms.form': '                     A     A    A      -   A     F    A     A     A         -     -          -       -      A',
  'forms.form_version': '             A     A    A      -   A     F    A     A     A         -     -          -       -      A',
  'forms.attachment': '               A     A    A      -   A     F    A     A     A         -     -          -       -      A',
  'forms.device': '                   A     A    -      -   A     F    -     -     -         -     -          -       -      A',
  'forms.assignment': '               A     A    -      -   A     F    A     A     -         -     -          -       -      A',
  'forms.submission': '               -     I    -      -   I     O    A     A     S         -     -          -       -      A',
  'forms.standing': '                 -     I    -      -   I     O    A     A     S         -     -          -       -      A',
  'forms.submission_file': '          -     I    -      -   I     O    A     A     -         -     -          -       -      A',
  'forms.receipt': '                  -     I    -      -   I     O    A     A     -         -     -          -       -      A',
  'forms.quarantine': '               -     I    -      -   I     O    A     A     S         -     -          -       -      A',
  'forms.answers': '                  -     I    -      -   I     O    A     A     -         -     -          -       -      A',
  'forms.finding': '                  -     I    -      -   I     -    A     A     S         -     -          -       -      A',
  'forms.correction': '               -     I    -      -   I     -    A     A     S         -     -          -       -      A',
  'forms.note': '                     -     I    -      -   I     O    A     A     S         -     -          -       -      A',
  'forms.origin': '                    -     I    -      -   I     -    A     A     S         -     -          -       -      A',
  'forms.list': '                     -     A    -      -   A     F    A     A     -         -     -          -       -      A',
  'forms.list_item': '                -     I    -      -   I     I    A     A     -         -     -          -       -      A',
  'forms.item_version': '              -     I    -      -   I     -    A     A     -         -     -          -       -      A',
  'forms.item_proposal': '            -     I    -      -   I     -    A     A     -         -     -          -       -      A',
  'forms.trial': '                    -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'people.household': '               -     -    -      -   -     -    -     -     I         I     -          -       -      A',
  'people.person': '                  -     -    -      -   -     -    -     -     I         I     -          -       -      A',
  'people.membership': '              -     -    -      -   -     -    -     -     I         I     -          -       -      A',
  'people.consent': '                 -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'people.residence': '               -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'people.person_link': '             -     -    -      -   -     -    -     -     I         I     -          -       -      A',
  'people.household_change': '        -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'displacement.registration_exercise': '-     A    -      -   A     A    A     A     A         A     -          -       -      A',
  'displacement.registration_line': ' -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'displacement.duplicate_pair': '    -     -    -      -   -     -    -     -     I         I     -          -       -      A',
  'displacement.pair_answer': '       -     -    -      -   -     -    -     -     -         O     -          -       -      A',
  'displacement.linkage_weights': '   -     -    -      -   -     -    -     -     A         A     -          -       -      A',
  'displacement.household_card': '    -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'displacement.biometric_switch': '  -     A    -      -   A     -    A     A     A         A     -          -       -      A',
  'biometrics.template': '            -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.biometric_destruction': '-     A    -      -   A     -    A     A     A         A     -          -       -      A',
  'displacement.duplicate_search': '  -     -    -      -   -     -    -     -     A         A     -          -       -      A',
  ...publicationAccess.reads,
  ...reliefAccess.reads,
  ...solutionsAccess.reads,
  ...coordinationAccess.reads,
}
const creates: Record<string, string> = {
  ...stockAccess.creates,
  ...resultsAccess.creates,
  'places.place': '                    A     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'places.alias': 'A A - - - - - - - - A - - A',
  'places.boundary': '                 A     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'places.earlier_geometry': '         A     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'organisations.organisation': '      A     A    -      -   -     -    -     -     -         -     A          -       -      A',
  'displacement.operation': '          -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.round': '              -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.master_list_line': '   -     I    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.assessment': '         -     I    -      -   -     I    -     -     -         -     -          -       -      A',
  'displacement.presence_cell': '      -     I    -      -   -     I    -     -     -         -     -          -       -      A',
  'displacement.age_count': '          -     I    -      -   -     I    -     -     -         -     -          -       -      A',
  'displacement.correction': '         -     I    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.finding': '            -     I    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.endorsement': '        -     -    -      A   -     -    -     -     -         -     -          -       -      A',
  'displacement.movement_event': '       -     I    -      -   I     I    -     -     -         -     -          -       -      A',
  'displacement.access_request': '       -     I    -      -   I     -    -     -     -         -     -          -       -      A',
  'displacement.movement_alert': '       -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.flow_point': '           -     A    -      -   A     -    -     -     -         -     -          -       -      A',
  'displacement.observation_session': '  -     I    -      -   -     I    -     -     -         -     -          -       -      A',
  'displacement.flow_group': '           -     I    -      -   -     I    -     -     -         -     -          -       -      A',
  'displacement.flow_interview': '       -     I    -      -   -     I    -     -     -         -     -          -       -      A',
  'displacement.entry_point_status': '   -     A    -      -   A     -    -     -     -         -     -          -       -      A',
  'displacement.flow_bulletin': '        -     A    A      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.survey': '               -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.sample_frame': '         -     I    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.sampled_unit': '         -     I    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.plan_line': '            -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.survey_answer': '        -     I    -      -   -     I    -     -     -         -     -          -       -      A',
  'displacement.survey_microdata': '    -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.project': '                  A     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.form': '                     -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.form_version': '             -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.attachment': '               -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.device': '                   A     A    -      -   A     -    -     -     -         -     -          -       -      A',
  'forms.assignment': '               A     A    -      -   A     -    -     -     -         -     -          -       -      A',
  'forms.submission': '               -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.standing': '                 -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.submission_file': '          -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.receipt': '                  -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.quarantine': '               -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.answers': '                  -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.finding': '                  -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.correction': '               -     I    -      -   I     -    -     -     I         -     -          -       -      A',
  'forms.note': '                     -     I    -      -   I     -    -     -     I         -     -          -       -      A',
  'forms.origin': '                    -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.list': '                     -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.list_item': '                -     I    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.item_version': '              -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.item_proposal': '            -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.trial': '                    -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'people.household': '               -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'people.person': '                  -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'people.membership': '              -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'people.consent': '                 -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'people.residence': '               -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'people.person_link': '             -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'people.household_change': '        -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'displacement.registration_exercise': '-     -    -      -   -     -    -     -     A         -     -          -       -      A',
  'displacement.registration_line': ' -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'displacement.duplicate_pair': '    -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'displacement.pair_answer': '       -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.linkage_weights': '   -     -    -      -   -     -    -     -     A         -     -          -       -      A',
  'displacement.household_card': '    -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'displacement.biometric_switch': '  -     -    -      -   -     -    -     -     A         -     -          -       -      A',
  'biometrics.template': '            -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.biometric_destruction': '-     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.duplicate_search': '  -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  ...publicationAccess.creates,
  ...reliefAccess.creates,
  ...solutionsAccess.creates,
  ...coordinationAccess.creates,
}
const changes: Record<string, string> = {
  ...stockAccess.changes,
  ...resultsAccess.changes,
  'places.place': '                    A     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'places.alias': '                    A     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'places.boundary': '                 A     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'places.earlier_geometry': '         -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'organisations.organisation': '      A     A    -      -   -     -    -     -     -         -     A          -       -      A',
  'displacement.operation': '          -     A    A      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.round': '              -     A    A      A   -     -    -     -     -         -     -          -       -      A',
  'displacement.master_list_line': '   -     I    -      -   I     -    -     -     -         -     -          -       -      A',
  'displacement.assessment': '         -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'displacement.presence_cell': '      -     I    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.age_count': '          -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'displacement.correction': '         -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'displacement.finding': '            -     I    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.endorsement': '        -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'displacement.movement_event': '       -     I    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.access_request': '       -     I    -      -   I     -    -     -     -         -     -          -       -      A',
  'displacement.movement_alert': '       -     A    A      -   -     -    A     -     -         -     -          -       -      A',
  'displacement.flow_point': '           -     A    -      -   A     -    -     -     -         -     -          -       -      A',
  'displacement.observation_session': '  -     I    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.flow_group': '           -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'displacement.flow_interview': '       -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'displacement.entry_point_status': '   -     A    -      -   A     -    -     -     -         -     -          -       -      A',
  'displacement.flow_bulletin': '        -     A    A      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.survey': '               -     A    A      -   -     -    A     A     -         -     -          -       -      A',
  'displacement.sample_frame': '         -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'displacement.sampled_unit': '         -     I    -      -   I     -    -     -     -         -     -          -       -      A',
  'displacement.plan_line': '            -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'displacement.survey_answer': '        -     I    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.survey_microdata': '    -     -    A      -   -     -    -     -     -         -     -          -       -      A',
  'forms.project': '                  A     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.form': '                     -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.form_version': '             -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.attachment': '               -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.device': '                   A     A    -      -   A     -    -     -     -         -     -          -       -      A',
  'forms.assignment': '               A     A    -      -   A     -    -     -     -         -     -          -       -      A',
  'forms.submission': '               -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'forms.standing': '                 -     I    -      -   I     -    -     -     S         -     -          -       -      A',
  'forms.submission_file': '          -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.receipt': '                  -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'forms.quarantine': '               -     I    -      -   I     -    -     -     S         -     -          -       -      A',
  'forms.answers': '                  -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.finding': '                  -     I    -      -   I     -    -     -     S         -     -          -       -      A',
  'forms.correction': '               -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'forms.note': '                     -     I    -      -   I     -    -     -     S         -     -          -       -      A',
  'forms.origin': '                    -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.list': '                     -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.list_item': '                -     I    -      -   -     -    -     -     -         -     -          -       -      A',
  'forms.item_version': '              -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'forms.item_proposal': '            -     I    -      -   I     -    -     -     -         -     -          -       -      A',
  'forms.trial': '                    -     A    -      -   -     -    -     -     -         -     -          -       -      A',
  'people.household': '               -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'people.person': '                  -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'people.membership': '              -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'people.consent': '                 -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'people.residence': '               -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'people.person_link': '             -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'people.household_change': '        -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'displacement.registration_exercise': '-     -    -      -   -     -    -     -     A         -     -          -       -      A',
  'displacement.registration_line': ' -     -    -      -   -     -    -     -     I         -     -          -       -      A',
  'displacement.duplicate_pair': '    -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.pair_answer': '       -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.linkage_weights': '   -     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'displacement.household_card': '    -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.biometric_switch': '  -     -    -      -   -     -    A     -     A         -     -          -       -      A',
  'biometrics.template': '            -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  'displacement.biometric_destruction': '-     -    -      -   -     -    -     -     -         -     -          -       -      -',
  'displacement.duplicate_search': '  -     -    -      -   -     -    -     -     -         -     -          -       -      A',
  ...publicationAccess.changes,
  ...reliefAccess.changes,
  ...solutionsAccess.changes,
  ...coordinationAccess.changes,
}

/** Records whose rows the product computes, so that they may be made anew; of all others only an import can be taken back. */
const computed = new Set([
  'displacement.finding',
  'forms.assignment',
  'forms.answers',
  'forms.finding',
  'forms.trial',
  'relief.selection_candidate',
  'relief.selection_line',
  'relief.entitlement',
])

export const recordsInTables = Object.keys(reads)

const split = new Map<string, readonly string[]>()
const lettersOf = (line: string): readonly string[] => {
  if (!split.has(line)) split.set(line, line.trim().split(/\s+/))
  return split.get(line)!
}
const letterOf = (table: Record<string, string>, record: string, column: Column) => (lettersOf(table[record] ?? '')[columns.indexOf(column)] ?? '-') as Letter

type Row = { scope: string; class: number; recordedBy: string | null; imported: boolean; published: boolean; organisation?: string | null }

function allowed(letter: Letter, row: Row, column: Column, userId: string | null): boolean {
  if (row.class > clearance[column]) return false
  if (letter === 'A') return true
  if (letter === 'I') return row.scope.startsWith(area)
  if (letter === 'O') return userId !== null && row.recordedBy === userId
  if (letter === 'W') return row.organisation === ownOrganisation
  return letter === 'P' && row.published
}

export const entersList = (record: string, column: Column): boolean => letterOf(reads, record, column) !== '-'
export const sees = (record: string, row: Row, column: Column, userId: string | null): boolean => allowed(letterOf(reads, record, column), row, column, userId)
export const writes = (record: string, row: Row, column: Column, userId: string | null): boolean =>
  allowed(letterOf(creates, record, column), row, column, userId)
export const alters = (record: string, row: Row, column: Column, userId: string | null): boolean =>
  allowed(letterOf(changes, record, column), row, column, userId)
/** What one may not see one cannot take away either. */
export const removes = (record: string, row: Row, column: Column, userId: string | null): boolean =>
  (row.imported || computed.has(record)) && writes(record, row, column, userId) && sees(record, row, column, userId)
