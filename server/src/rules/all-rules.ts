import type { Rule } from '../lint/rule.js';
import { abbreviation } from './abbreviation.js';
import { age } from './age.js';
import { alreadyFailed } from './already-failed.js';
import { ambiguousDate } from './ambiguous-date.js';
import { ambiguousName } from './ambiguous-name.js';
import { authorizationGap } from './authorization-gap.js';
import { caseInRepository } from './case-in-repository.js';
import { clauseInNoTemplate } from './clause-in-no-template.js';
import { closingInSection } from './closing-in-section.js';
import { codeKind } from './code-kind.js';
import { component } from './component.js';
import { cpt } from './cpt.js';
import { credentialsTwice } from './credentials-twice.js';
import { dateOrder } from './date-order.js';
import { dea } from './dea.js';
import { deadline } from './deadline.js';
import { denialUnanswered } from './denial-unanswered.js';
import { derivedField } from './derived-field.js';
import { doi } from './doi.js';
import { doubledPunctuation } from './doubled-punctuation.js';
import { duplicateField } from './duplicate-field.js';
import { differingField } from './differing-field.js';
import { differingHeading } from './differing-heading.js';
import { differingName } from './differing-name.js';
import { sharedSection } from './shared-section.js';
import { duplicateName } from './duplicate-name.js';
import { duplicateRecord } from './duplicate-record.js';
import { duplicateSection } from './duplicate-section.js';
import { durationConflict } from './duration-conflict.js';
import { emptyAnswer } from './empty-answer.js';
import { enclosure } from './enclosure.js';
import { evidenceOld } from './evidence-old.js';
import { evidenceTooLittle } from './evidence-too-little.js';
import { generic } from './generic.js';
import { hcpcs } from './hcpcs.js';
import { icd10Code } from './icd-10-code.js';
import { icd10NotBillable } from './icd-10-not-billable.js';
import { icd10Unknown } from './icd-10-unknown.js';
import { incompleteSource } from './incomplete-source.js';
import { indentation } from './indentation.js';
import { jargon } from './jargon.js';
import { kindRecommends } from './kind-recommends.js';
import { kindRequires } from './kind-requires.js';
import { laterality } from './laterality.js';
import { leftoverBlank } from './leftover-blank.js';
import { leftoverInstruction } from './leftover-instruction.js';
import { length } from './length.js';
import { loinc } from './loinc.js';
import { longSentence } from './long-sentence.js';
import { mbi } from './mbi.js';
import { missingDivider } from './missing-divider.js';
import { missingField } from './missing-field.js';
import { missingSection } from './missing-section.js';
import { moreThanNeeded } from './more-than-needed.js';
import { nameForm } from './name-form.js';
import { nct } from './nct.js';
import { ndc } from './ndc.js';
import { nearHeading } from './near-heading.js';
import { noRequest } from './no-request.js';
import { noteInValue } from './note-in-value.js';
import { nothingReplaced } from './nothing-replaced.js';
import { npi } from './npi.js';
import { optionalBraces } from './optional-braces.js';
import { otherPatient } from './other-patient.js';
import { phiInTemplate } from './phi-in-template.js';
import { pmid } from './pmid.js';
import { pointlessOptional } from './pointless-optional.js';
import { policyRecommends } from './policy-recommends.js';
import { policyRequires } from './policy-requires.js';
import { pronoun } from './pronoun.js';
import { pronounVerb } from './pronoun-verb.js';
import { readingLevel } from './reading-level.js';
import { repeatedWord } from './repeated-word.js';
import { requestIncomplete } from './request-incomplete.js';
import { responseConflict } from './response-conflict.js';
import { sectionOrder } from './section-order.js';
import { signatureInSentence } from './signature-in-sentence.js';
import { spelling } from './spelling.js';
import { staleVisit } from './stale-visit.js';
import { strayLine } from './stray-line.js';
import { treatmentIncomplete } from './treatment-incomplete.js';
import { unclosed } from './unclosed.js';
import { unknownCitation } from './unknown-citation.js';
import { unknownField } from './unknown-field.js';
import { unknownKind } from './unknown-kind.js';
import { unknownPlaceholder } from './unknown-placeholder.js';
import { unknownPolicy } from './unknown-policy.js';
import { unknownRecord } from './unknown-record.js';
import { unknownTag } from './unknown-tag.js';
import { unknownTemplate } from './unknown-template.js';
import { unknownWord } from './unknown-word.js';
import { unpairedFields } from './unpaired-fields.js';
import { unreadableCharacter } from './unreadable-character.js';
import { unrelatedEvidence } from './unrelated-evidence.js';
import { unusedEvidence } from './unused-evidence.js';
import { unusedField } from './unused-field.js';
import { unwrittenSection } from './unwritten-section.js';
import { wrongCondition } from './wrong-condition.js';
import { wrongValue } from './wrong-value.js';

/** Every rule, in the order of the catalogue. */
export const allRules: readonly Rule[] = [
  unknownTemplate,
  unknownPolicy,
  unknownKind,
  unknownRecord,
  unknownField,
  strayLine,
  unknownWord,
  derivedField,
  duplicateField,
  duplicateRecord,
  duplicateName,
  differingField,
  differingHeading,
  differingName,
  sharedSection,
  clauseInNoTemplate,
  wrongValue,
  missingField,
  missingSection,
  unknownPlaceholder,
  leftoverInstruction,
  unwrittenSection,
  indentation,
  missingDivider,
  nearHeading,
  duplicateSection,
  closingInSection,
  signatureInSentence,
  unpairedFields,
  leftoverBlank,
  unusedField,
  unclosed,
  ambiguousName,
  pointlessOptional,
  optionalBraces,
  nothingReplaced,
  sectionOrder,
  unknownTag,
  unknownCitation,
  unusedEvidence,
  unreadableCharacter,
  icd10Code,
  icd10NotBillable,
  icd10Unknown,
  npi,
  dea,
  mbi,
  hcpcs,
  cpt,
  ndc,
  pmid,
  doi,
  nct,
  loinc,
  emptyAnswer,
  nameForm,
  incompleteSource,
  credentialsTwice,
  noteInValue,
  dateOrder,
  ambiguousDate,
  age,
  pronoun,
  otherPatient,
  laterality,
  durationConflict,
  responseConflict,
  treatmentIncomplete,
  alreadyFailed,
  codeKind,
  pronounVerb,
  wrongCondition,
  noRequest,
  component,
  requestIncomplete,
  evidenceTooLittle,
  evidenceOld,
  staleVisit,
  authorizationGap,
  denialUnanswered,
  enclosure,
  kindRequires,
  kindRecommends,
  policyRequires,
  policyRecommends,
  deadline,
  length,
  generic,
  unrelatedEvidence,
  abbreviation,
  repeatedWord,
  doubledPunctuation,
  jargon,
  longSentence,
  readingLevel,
  spelling,
  moreThanNeeded,
  phiInTemplate,
  caseInRepository,
];
