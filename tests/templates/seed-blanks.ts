/**
 * What the two public letters that the shipped templates began with leave to fill in, and where the templates hold it. Blanks are named
 * as those letters write them, long ones by their beginning (`…`).
 */
export interface SeedBlank {
  /** A place to fill, a choice, something to write about, a part that may be absent, a section, or advice on what to include. */
  readonly form: 'blank' | 'choice' | 'instruction' | 'optional' | 'section' | 'advice';
  readonly seed: string;
  /** As the template writes it: `[placeholder]`, a block such as `[signature]`, or `## Heading`. */
  readonly heldBy: readonly string[];
}

function blank(seed: string, ...heldBy: string[]): SeedBlank {
  return { form: 'blank', seed, heldBy };
}

function choice(seed: string, ...heldBy: string[]): SeedBlank {
  return { form: 'choice', seed, heldBy };
}

function instruction(seed: string, ...heldBy: string[]): SeedBlank {
  return { form: 'instruction', seed, heldBy };
}

function optional(seed: string, ...heldBy: string[]): SeedBlank {
  return { form: 'optional', seed, heldBy };
}

function section(seed: string, ...heldBy: string[]): SeedBlank {
  return { form: 'section', seed, heldBy };
}

function advice(seed: string, ...heldBy: string[]): SeedBlank {
  return { form: 'advice', seed, heldBy };
}

/** The sample letter for the continuation of chronic pain management. */
const chronicPain: readonly SeedBlank[] = [
  blank('[Date]', '[date]'),
  blank('[Insurance Company Name]', '[insurance payer]'),
  blank('[Claims/Appeals Department Address]', '[insurance department]', '[insurance address]'),
  blank('[City, State, Zip Code]', '[insurance address]'),
  blank('[Patient First and Last Name]', '[patient name]'),
  blank('[MM/DD/YYYY]', '[patient date of birth]'),
  blank('[Policy Number]', '[insurance member id]', '[insurance policy number]'),
  blank('[Group Number]', '[insurance group number]'),
  optional('[Reference Number, if applicable]', '[reference number]'),
  section('opening', '## Opening'),
  blank('[Patient Name]', '[patient name]'),
  blank('[Duration of Treatment]', '[time in care]'),
  blank('[Specific Primary Diagnosis/ICD-10 Code]', '[diagnosis]', '[diagnosis code]'),
  blank('[Secondary Diagnosis]', '[secondary diagnosis]'),
  section('Clinical History and Current Status', '## Clinical History and Current Status'),
  blank('[Body Part(s)]', '[body parts]'),
  instruction('[mention specific limitations, …]', '[limitation]'),
  blank('[Date of Last Visit]', '[last visit]'),
  section('Treatment Plan and Progress', '## Treatment Plan and Progress'),
  choice('[positively/stably]', '[overall response]'),
  instruction('[List treatments, …]', '[current treatment]'),
  section('Medical Necessity for Continuation', '## Medical Necessity for Continuation'),
  instruction('[mention other risks, …]', '[consequence]'),
  blank('[Specific Treatment/Service]', '[treatment requested]'),
  blank('[Diagnosis]', '[diagnosis]'),
  section('request and contact', '## Request'),
  blank('[Number of Sessions/Duration of Treatment]', '[treatment requested amount]'),
  blank('[Phone Number]', '[provider phone]'),
  blank('[Physician Signature]', '[signature]'),
  blank('[Physician Printed Name]', '[signature]'),
  blank('[Credentials]', '[signature]'),
  blank('[Practice Name]', '[practice]'),
  blank('[NPI Number]', '[signature]'),
];

/** The guide's example letter, and what its six steps ask to include. */
const general: readonly SeedBlank[] = [
  blank("[Letterhead with Provider's Name, …]", '[letterhead]'),
  blank('[Insurance Company Name]', '[insurance payer]'),
  blank('[Insurance Company Address]', '[insurance address]'),
  blank('[Patient Name]', '[patient name]'),
  blank("[Patient's Date of Birth]", '[patient date of birth]'),
  blank("[Patient's Insurance ID]", '[insurance member id]'),
  blank('[Insurance Company Representative]', '[representative greeting]'),
  section('opening', '## Opening'),
  blank('[specific treatment/medication/device]', '[treatment requested]'),
  choice('[treatment/medication/device]', '[treatment requested kind]'),
  section(
    'Patient Information and Medical History',
    '## Patient Information and Medical History',
    '## Earlier Treatments',
  ),
  advice('Full name, date of birth, insurance', '[patient name]', '[patient date of birth]', '[insurance member id]'),
  advice('History: diagnoses, treatments, responses', '[diagnosis]', '[prior treatment]', '[prior treatment outcome]'),
  blank('[age]', '[patient age]'),
  choice('[male/female]', '[patient sex]'),
  blank('[primary diagnosis]', '[diagnosis]'),
  blank('[relevant comorbidities or complications]', '[comorbidity]'),
  blank('[list of previous treatments]', '[prior treatment]'),
  choice('[ineffective/partially effective/not tolerated]', '[prior treatment outcome]'),
  blank('[specific reasons]', '[prior treatment reason]'),
  section('Diagnosis and Current Condition', '## Diagnosis and Current Condition', '## Test Results'),
  advice('Severity of the condition', '[diagnosis severity]'),
  blank('[specific diagnosis]', '[diagnosis]'),
  blank('[insert code]', '[diagnosis code]'),
  blank('[list of symptoms]', '[symptom]'),
  instruction('[describe impact]', '[limitation]'),
  blank('[test results/imaging/lab findings]', '[finding]'),
  blank('[date]', '[finding date]'),
  instruction('[relevant findings that support …]', '[finding result]'),
  section('Recommended Treatment Plan and Rationale', '## Recommended Treatment', '## Rationale'),
  blank('[dosage/frequency/duration]', '[treatment requested dose]', '[treatment requested amount]'),
  instruction('[explain why this specific treatment …]', '## Rationale'),
  instruction('[list expected outcomes]', '[treatment requested expected benefits]'),
  section('Evidence Supporting the Treatment', '## Evidence', '## Guidelines'),
  blank('[diagnosis]', '[diagnosis]'),
  advice('Peer-reviewed studies and clinical trials', '[evidence conclusion]', '[evidence citation]'),
  advice('Guidelines and consensus statements', '[guideline]', '[guideline recommendation]'),
  advice('Expert opinions', '[evidence conclusion]'),
  instruction('[Cite 1-2 specific studies …]', '[evidence citation]'),
  instruction('[brief summary of a relevant study …]', '[evidence conclusion]'),
  section('Potential Consequences of Not Receiving the Treatment', '## Risks Without the Treatment'),
  instruction('[list potential negative outcomes, …]', '[consequence]'),
  instruction('[describe the most likely and severe consequences]', '[expected course]'),
  section('Provider Qualifications', '## Qualifications'),
  advice('Board certifications and special training', '[provider board certifications]', '[provider training]'),
  blank('[specialty]', '[provider specialty]'),
  blank('[X]', '[provider years of experience]'),
  optional('[Optional: mention any relevant research …]', '[provider research]'),
  section('conclusion and thanks', '## Request'),
  blank('[Your Name]', '[signature]'),
  blank('[Your Title/Credentials]', '[signature]'),
  blank('[Your Contact Information]', '[provider phone]', '[provider fax]', '[provider email]'),
];

/** By the name of the template that holds them. */
export const seedBlanks = {
  'chronic-pain-continuation': chronicPain,
  'general-medical-necessity': general,
} as const;
