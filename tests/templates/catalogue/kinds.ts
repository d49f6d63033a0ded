import { allComponents, type Component } from '../../../server/src/knowledge/components.js';
import { enclosureNamed, fact, field, type LetterFact, type Need, section, signatureBlock, words } from './facts.js';

/** The day on which the facts of this file were last compared with their sources. */
export const asOf = '2026-11-21';

/** A document that usually goes with a kind of letter; listed when an enclosure's name contains one of the words. */
export interface ExpectedEnclosure {
  readonly name: string;
  readonly words: readonly string[];
}

/** Core facts that a kind does without, and the fact that stands in for them, if any. */
export interface DroppedFact {
  readonly fact: string;
  /** Names of core facts, required and recommended. */
  readonly drops: readonly string[];
  readonly instead?: LetterFact;
}

/** A kind of letter: `for: continuation`. Facts to confirm against the payer's notice; not legal advice. */
export interface LetterKind {
  readonly id: string;
  readonly title: string;
  /** A kind whose required facts this one needs too, and the name of that fact. */
  readonly includes?: { readonly fact: string; readonly kind: string };
  /** Beyond the core facts. */
  readonly required: readonly LetterFact[];
  readonly recommended: readonly LetterFact[];
  readonly notRequired: readonly DroppedFact[];
  readonly components: readonly Component[];
  readonly enclosures: readonly ExpectedEnclosure[];
  /** What must hold between the facts, in words. */
  readonly checks: readonly string[];
  readonly sources: readonly string[];
}

export const letterKinds: readonly LetterKind[] = [
  kind('general', 'General letter of medical necessity', {
    sources: ['a public guide to letters of medical necessity, 2024'],
  }),
  kind('new-pa', 'New prior authorization', {
    required: [
      fact('request.code', 'the code of what is requested', requested('code', 'ndc')),
      fact(
        'request.quantity+frequency',
        'how much is requested, and how often',
        requested('quantity'),
        requested('frequency'),
      ),
      fact('request.duration', 'for how long it is requested', requested('duration')),
      fact('prior_treatments(list|none-because)', 'the prior treatments, or why there are none', [
        field('prior treatment', 'name'),
        field('letter', 'reason for no prior treatment'),
      ]),
      fact('status.objective', 'a measured finding', [field('finding', 'result'), field('outcome measure', 'current')]),
    ],
    recommended: [
      fact(
        'policy.citation(payer policy number)',
        "the number of the payer's policy",
        field('medical policy', 'number'),
      ),
      fact(
        'criteria.map(criterion->fact)',
        "how each of the policy's conditions is met",
        field('criterion', 'name'),
        field('criterion', 'met by'),
      ),
    ],
    enclosures: [
      enclosure('recent chart note', 'note', 'chart'),
      enclosure('labs/imaging', 'lab', 'imaging', 'report', 'result'),
      enclosure('payer form', 'form'),
    ],
    sources: [
      'https://provider.humana.com/coverage-claims/prior-authorizations/prior-authorizations-search-tool',
      'arXiv:2603.29366',
    ],
  }),
  kind('continuation', 'Continuation / renewal', {
    required: [
      fact('care.start_date|duration', 'how long the patient has been under your care', [
        field('letter', 'start of care'),
        field('letter', 'time in care'),
      ]),
      fact('last_visit.date', 'the date of the last visit', field('letter', 'last visit')),
      fact('current.treatment(s)', 'the current treatment', field('current treatment', 'name')),
      fact('response(measured change since baseline)', 'how the patient has responded', [
        field('outcome measure', 'current'),
        field('current treatment', 'response'),
      ]),
      fact('request.duration|sessions', 'for how long, or for how many sessions', requested('duration', 'quantity')),
      fact('risk.if_stopped', 'what happens if treatment stops', [
        field('consequence', 'name'),
        section('consequences'),
      ]),
    ],
    recommended: [
      fact('prior_auth.number', "the current authorization's number", field('prior authorization', 'number')),
      fact('prior_auth.expiry', 'the day on which it expires', field('prior authorization', 'expires')),
      fact(
        'baseline value + current value, same scale',
        'a measurement from the start and one from now',
        field('outcome measure', 'baseline'),
        field('outcome measure', 'current'),
      ),
      fact('adherence', 'how well the patient keeps to the treatment', field('current treatment', 'adherence')),
      fact('taper/discharge plan', 'how treatment will be reduced or ended', requested('taper plan')),
    ],
    enclosures: [
      enclosure('progress notes since last approval', 'progress note', 'notes'),
      enclosure('outcome scale scores', 'score', 'scale'),
    ],
    checks: [
      'The last visit is not before the start of care.',
      "The last visit is not after the letter's date.",
      'The request starts no later than the day after the current authorization expires.',
    ],
    sources: ['a public sample letter for the continuation of chronic pain treatment', 'arXiv:2603.29366'],
  }),
  kind('off-label', 'Off-label drug', {
    required: [
      fact(
        'drug+dose+route+frequency',
        'the drug with dose, route and frequency',
        requested('name'),
        requested('dose'),
        requested('route'),
        requested('frequency'),
      ),
      fact('fda.labeled_uses statement', 'what the drug is approved for', requested('labeled use')),
      fact('off_label.use statement', 'the use beyond its approval', requested('off-label use')),
      fact('compendium.citation OR >=1 peer-reviewed citation', 'a compendium entry or a published source', [
        field('compendium', 'name'),
        field('evidence', 'title'),
      ]),
      fact('prior_treatments(list)', 'the prior treatments', field('prior treatment', 'name')),
    ],
    recommended: [
      fact('compendium.rating', "the compendium's rating", field('compendium', 'rating')),
      fact('black-box/REMS considerations', 'boxed warnings and safety programs', requested('safety considerations')),
      fact('monitoring plan', 'how the treatment will be followed up', requested('monitoring')),
    ],
    enclosures: [
      enclosure('full articles', 'article', 'study', 'trial'),
      enclosure('compendium page', 'compendium', 'NCCN', 'DrugDex', 'AHFS', 'Lexi'),
      enclosure('prescribing information', 'prescribing information', 'package insert', 'label'),
    ],
    checks: [
      'The rating supports the use: NCCN 1 or 2A; DrugDex I, IIa or IIb; a supportive narrative in AHFS or Clinical Pharmacology; Lexi-Drugs "Use: Off-Label" with evidence level A.',
      'The rating does not defeat the use: NCCN 3, DrugDex III and Lexi-Drugs "Use: Unsupported" do.',
    ],
    sources: [
      'http://old.bansdoc.gov.bd/eBook/42/files/basic-html/page67.html (copy of Medicare Benefit Policy Manual ch.15 50.4.5)',
    ],
  }),
  kind('step-exception', 'Step-therapy exception', {
    required: [
      fact('required_step.drug(s)', 'the drugs that the plan wants tried first', field('required step', 'name')),
      fact(
        'exception.ground in {contraindicated/harm, expected-ineffective, tried-failed (this or earlier plan), not-in-best-interest, stable-on-current}',
        'the ground for the exception',
        field('exception', 'ground'),
      ),
      fact(
        'ground.facts (dates, dose, outcome per drug)',
        'the facts behind the ground: dates, dose and outcome of each drug',
        [field('required step', 'start'), field('exception', 'facts')],
        [field('required step', 'dose'), field('exception', 'facts')],
        [field('required step', 'outcome'), field('exception', 'facts')],
      ),
    ],
    recommended: [
      fact('state', 'the state whose law applies', field('exception', 'state')),
      fact('statute.citation', 'the law that gives the right', field('exception', 'statute')),
      fact(
        'plan.funding (self-insured plans escape state law)',
        'whether the plan is self-insured, for state law does not reach those',
        field('insurance', 'funding'),
      ),
    ],
    enclosures: [
      enclosure('pharmacy fill history', 'pharmacy', 'fill'),
      enclosure('adverse-event note', 'adverse', 'reaction', 'side effect'),
    ],
    checks: ['Where the ground is "tried and failed", every required drug has a start, a stop and an outcome.'],
    sources: [
      'https://getpocketlaw.com/law/state_arizona/section-20-3654-exceptions-process_790f9e5ab0c8',
      'https://getpocketlaw.com/law/state_delaware/section-3591-step-therapy-exception-process-for-application-of-this-section-see-82-del-laws-c-44-3_3ec387276a62',
    ],
  }),
  kind('formulary-exception', 'Formulary or tiering exception', {
    required: [
      fact('requested.drug', 'the drug that is requested', requested('name')),
      fact(
        'exception.type in {formulary,tiering,quantity,UM-waiver}',
        'which rule the exception is from',
        field('exception', 'type'),
      ),
      fact(
        'alternatives(list) with per-drug statement "would be less effective" and/or "would have adverse effects"',
        'the covered alternatives, and for each whether it would be less effective or have adverse effects',
        field('alternative', 'name'),
        field('alternative', 'expected problem'),
      ),
    ],
    recommended: [fact('fills to date', 'the fills so far', requested('fills to date'))],
    enclosures: [enclosure('prescriber supporting statement', 'statement')],
    checks: ['A tiering exception names the preferred drugs.', 'Every covered alternative is named.'],
    sources: [
      'https://www.law.cornell.edu/cfr/text/42/423.578',
      'https://hhs.gov/guidance/document/medicare-prescription-drug-appeals-grievances-exceptions',
    ],
  }),
  kind('appeal-1', 'Internal appeal, first level', {
    required: [
      fact('denial.date', "the denial's date", field('denial', 'date')),
      fact('denial.reason(quoted)', "the denial's reasons in its own words", [
        field('denial reason', 'reason'),
        field('denial', 'stated reasons'),
      ]),
      fact('claim|auth.number', "the claim's or authorization's number", [
        field('denial', 'claim number'),
        field('denial', 'authorization number'),
      ]),
      fact('denied.item', 'what was denied', [field('denial', 'item'), ...requested('name')]),
      fact('dates.of.service', 'the dates of service', requested('dates of service')),
      fact('rebuttal(addresses every quoted reason)', 'your answer to each reason', [
        field('denial reason', 'answer'),
        field('appeal', 'rebuttal'),
      ]),
      fact('request.overturn', 'a sentence that asks to overturn the denial', words('overturn', 'reverse')),
    ],
    recommended: [
      fact('plan.language quote', "the plan's own words", [
        field('insurance', 'plan language'),
        field('medical policy', 'quote'),
      ]),
      fact(
        'policy.criteria map',
        "how each of the policy's conditions is met",
        field('criterion', 'name'),
        field('criterion', 'met by'),
      ),
      fact('same-specialty reviewer request', 'a request for a reviewer of the same specialty', [
        field('appeal', 'reviewer specialty'),
        words('same specialty', 'same-specialty'),
      ]),
      fact(
        'request for claim file + criteria + reviewer credentials',
        "a request for the claim file, the criteria and the reviewer's credentials",
        [field('appeal', 'documents requested'), words('claim file')],
      ),
      fact('expedited request + reason', 'the urgency, with its reason', [
        field('letter', 'urgency reason'),
        field('letter', 'urgency'),
      ]),
    ],
    enclosures: [
      enclosure('denial letter', 'denial'),
      enclosure('chart notes', 'note', 'chart'),
      enclosure('articles', 'article', 'study', 'trial'),
      enclosure('LMN', 'letter of medical necessity', 'LMN'),
      enclosure('authorization of representative (if not the member)', 'authorization'),
    ],
    checks: [
      "The letter's date is within 180 days after the denial was received (Part D: 65 days).",
      "The denial's reason is quoted.",
      'An expedited request gives its reason.',
    ],
    sources: [
      'https://www.patientadvocate.org/explore-our-resources/insurance-denials-appeals/things-to-include-in-your-appeal-letter/',
      'https://dol.gov/agencies/ebsa/about-ebsa/our-activities/resource-center/faqs/benefit-claims-procedure-regulation',
    ],
  }),
  kind('appeal-2', 'Internal appeal, second level', {
    includes: { fact: 'appeal-1 set', kind: 'appeal-1' },
    required: [
      fact('appeal1.date', "the first appeal's date", field('first appeal', 'date')),
      fact('appeal1.decision.date', 'the date of its decision', field('first appeal', 'decision date')),
      fact('new.information OR error-in-review statement', 'what is new, or what the review got wrong', [
        field('appeal', 'new information'),
        field('appeal', 'error in review'),
      ]),
    ],
    recommended: [
      fact('request reviewer not involved earlier', 'a request for a reviewer who was not involved before', [
        field('appeal', 'reviewer independence'),
        words('not involved', 'took no part', 'was not part'),
      ]),
    ],
    enclosures: [enclosure('both denial letters', 'denial'), enclosure('first appeal', 'appeal')],
    sources: [
      'https://dol.gov/agencies/ebsa/about-ebsa/our-activities/resource-center/faqs/benefit-claims-procedure-regulation',
    ],
  }),
  kind('external', 'External / independent medical review', {
    required: [
      fact('final.denial.date', "the final denial's date", field('final denial', 'date')),
      fact('review.body', 'who reviews', field('review body', 'name')),
      fact('claim.number', "the claim's number", [
        field('denial', 'claim number'),
        field('denial', 'authorization number'),
      ]),
      fact('denied.item', 'what was denied', [field('denial', 'item'), ...requested('name')]),
      fact('why.overturn', 'why the denial should be overturned', field('appeal', 'rebuttal')),
      fact(
        'consent/authorization enclosure',
        "the patient's signed consent",
        enclosureNamed('consent', 'authorization', 'release'),
      ),
    ],
    recommended: [
      fact('expedited + jeopardy statement', 'the urgency, with the harm of waiting', [
        field('letter', 'urgency reason'),
        field('letter', 'urgency'),
      ]),
      fact(
        'peer-reviewed evidence (IROs decide on evidence)',
        'published sources, for reviewers decide on evidence',
        field('evidence', 'title'),
      ),
    ],
    enclosures: [
      enclosure('final adverse determination', 'final', 'determination'),
      enclosure('internal appeals', 'appeal'),
      enclosure('records', 'record', 'note', 'chart'),
      enclosure('signed release', 'release', 'consent', 'authorization'),
    ],
    checks: ["The letter's date is within 4 months after the final denial.", 'An expedited request gives its reason.'],
    sources: [
      'https://claimgotdenied.com/guides/independent-medical-review-by-state',
      'https://medicalbillguides.pages.dev/guides/external-review-request/',
    ],
  }),
  kind('dme', 'DME / wheelchair / equipment', {
    required: [
      fact('item.description', 'what the equipment is', requested('name', 'description')),
      fact('item.hcpcs', "the equipment's HCPCS code", requested('code')),
      fact('quantity', 'how many', requested('quantity')),
      fact('order.date', "the order's date", requested('order date')),
      fact('face_to_face.date', 'the date of the face-to-face visit', field('letter', 'face-to-face visit')),
      fact(
        'functional.limitation(MRADLs in the home)',
        'what the patient cannot do at home',
        field('limitation', 'name'),
      ),
      fact(
        'lesser.alternatives ruled out, each with reason',
        'simpler equipment, and why each will not do',
        field('alternative', 'name'),
        field('alternative', 'reason'),
      ),
      fact('length.of.need', 'for how long it is needed', requested('duration')),
      fact('home.accessibility', 'whether the home has room for it', field('home', 'accessibility')),
    ],
    recommended: [
      fact(
        'per-feature justification (each option/accessory)',
        'a reason for each option and accessory',
        field('feature', 'name'),
        field('feature', 'reason'),
      ),
      fact('height+weight', 'height and weight', field('patient', 'height'), field('patient', 'weight')),
      fact('trial of equipment', 'a trial of the equipment', field('equipment trial', 'result')),
      fact('caregiver', 'who helps the patient', field('caregiver', 'relationship')),
      fact(
        'ATP evaluation date + no-financial-tie attestation',
        "the specialist's evaluation, and that there is no tie to the supplier",
        field('equipment evaluation', 'date'),
        field('equipment evaluation', 'financial ties'),
      ),
      fact(
        'co-signature/concurrence of ordering practitioner',
        'the signature of the clinician who ordered it',
        field('co-signer', 'name'),
      ),
    ],
    enclosures: [
      enclosure('standard written order', 'order'),
      enclosure('face-to-face note', 'face-to-face', 'visit note'),
      enclosure('PT/OT/ATP evaluation', 'evaluation'),
      enclosure('home assessment', 'home assessment', 'home visit'),
      enclosure('product quote', 'quote'),
    ],
    checks: [
      'The face-to-face visit is not after the order, and within 6 months before it (42 CFR 410.38).',
      'The written order has all six elements: beneficiary name or MBI, item, quantity, practitioner name or NPI, order date, signature.',
    ],
    sources: [
      'https://cms.gov/es/node/178441',
      'https://med.noridianmedicare.com/web/jddme/article-detail/-/view/2230703/power-mobility-devices-7-element-order',
      'https://askus-resource-center.unitedspinal.org/index.php?pg=kb.page&id=1545',
    ],
  }),
  kind('site-of-care', 'Infusion site of care', {
    required: [
      fact(
        'drug+dose+HCPCS J-code',
        'the drug with dose and HCPCS code',
        requested('name'),
        requested('dose'),
        requested('code'),
      ),
      fact('requested.site', 'the place of care that is requested', requested('site')),
      fact(
        'why not home/office/ambulatory (each)',
        'why other places will not do, each with its reason',
        field('other site', 'name'),
        field('other site', 'reason'),
      ),
      fact(
        'risk facts (prior reaction | monitoring need | access)',
        'the risk: a reaction, a need for monitoring, or venous access',
        [field('infusion reaction', 'name'), ...requested('monitoring', 'venous access')],
      ),
    ],
    recommended: [
      fact(
        'reaction date + grade',
        "the reaction's date and grade",
        field('infusion reaction', 'date'),
        field('infusion reaction', 'grade'),
      ),
      fact('distance to alternative sites', 'how far other places are', field('other site', 'distance')),
      fact('review period', 'when the place of care is reviewed', requested('review period')),
    ],
    enclosures: [enclosure('infusion record', 'infusion'), enclosure('reaction note', 'reaction')],
    checks: ["At least one of the payer's conditions is met."],
    sources: ['https://anthem.com/dam/medpolicies/abc/active/guidelines/gl_pw_c183201.html'],
  }),
  kind('genetic-test', 'Genetic test', {
    required: [
      fact('test.name+lab', 'the test and its laboratory', requested('name'), field('laboratory', 'name')),
      fact('CPT/PLA code', "the test's code", requested('code')),
      fact('phenotype', 'the signs that point to a genetic cause', field('genetic evaluation', 'phenotype')),
      fact('family.history', 'the family history', field('family history', 'condition')),
      fact('prior.testing', 'what was tested before', field('genetic evaluation', 'prior testing')),
      fact(
        'how result changes management',
        'how the result will change treatment',
        field('genetic evaluation', 'effect on care'),
      ),
    ],
    recommended: [
      fact(
        'pre-test counseling statement',
        'that the patient was counseled',
        field('genetic evaluation', 'counseling'),
      ),
      fact('guideline (ACMG/NCCN)', 'a guideline', [field('guideline', 'name'), field('evidence', 'title')]),
      fact(
        'lab CLIA/TIN/NPI',
        "the laboratory's CLIA, tax and NPI numbers",
        field('laboratory', 'clia'),
        field('laboratory', 'tax id'),
        field('laboratory', 'npi'),
      ),
      fact('ICD-10 per symptom', 'an ICD-10-CM code for each symptom', field('symptom', 'code')),
    ],
    enclosures: [
      enclosure('pedigree', 'pedigree', 'family tree'),
      enclosure('clinic note', 'note', 'chart'),
      enclosure('requisition', 'requisition'),
    ],
    sources: [
      'https://studylib.net/doc/7792790/xomedx---genedx',
      'https://www.aacc.org/cln/articles/2022/julyaugust/how-to-successfully-navigate-the-insurance-denial-appeal-process-for-genetic-tests',
    ],
  }),
  kind('home-health', 'Home health', {
    required: [
      fact('homebound.reason', 'why the patient is homebound', field('home health', 'homebound reason')),
      fact('skilled.need', 'what needs a nurse or therapist', field('home health', 'skilled need')),
      fact(
        'discipline+frequency+duration',
        'each service with frequency and duration',
        field('home service', 'discipline'),
        field('home service', 'frequency'),
        field('home service', 'duration'),
      ),
      fact('plan.of.care', 'the plan of care', field('letter', 'plan of care')),
      fact('face_to_face.date', 'the date of the face-to-face visit', field('letter', 'face-to-face visit')),
      fact('start_of_care.date', 'the day care starts', field('letter', 'start of care')),
    ],
    recommended: [
      fact('goals', 'the goals', field('home health', 'goals')),
      fact('rehab potential', 'how likely they are to be reached', field('home health', 'rehabilitation potential')),
    ],
    enclosures: [enclosure('plan of care', 'plan of care'), enclosure('F2F note', 'face-to-face', 'visit note')],
    checks: [
      'The face-to-face visit is between 90 days before and 30 days after the start of care.',
      'Care is recertified every 60 days.',
    ],
    sources: [
      'https://medicareadvocacy.org/medicare-home-health-benefits-face-to-face-encounter-requirement/',
      'https://palmettogba.com/palmetto/jmhhh.nsf/DIDC/F2ZF35XEWJ~Home%20Health',
    ],
  }),
  kind('pdn', 'Private duty nursing (EPSDT)', {
    required: [
      fact('diagnoses', 'the diagnoses', field('diagnosis', 'name')),
      fact(
        'skilled tasks each with RN/LPN + frequency',
        'each skilled task, with the nurse it needs and how often',
        field('nursing task', 'name'),
        field('nursing task', 'nurse'),
        field('nursing task', 'frequency'),
      ),
      fact(
        'hours/day and days/week',
        'hours a day and days a week',
        field('nursing', 'hours per day'),
        field('nursing', 'days per week'),
      ),
      fact('duration', 'for how long', requested('duration')),
      fact(
        'caregiver availability + training',
        'when caregivers can help, and what they are trained for',
        field('caregiver', 'availability'),
        field('caregiver', 'training'),
      ),
      fact(
        'other home services and hours',
        'other services at home, with their hours',
        field('other home service', 'name'),
        field('other home service', 'hours'),
      ),
      fact('plan.of.care', 'the plan of care', field('letter', 'plan of care')),
      fact('patient.age<21 for EPSDT', "the patient's age, from the date of birth", field('patient', 'date of birth')),
    ],
    recommended: [
      fact('24-h task schedule', 'how the 24 hours are covered', field('nursing', 'schedule')),
      fact('hospitalizations', 'hospital stays', field('hospitalization', 'reason')),
      fact('wean plan', 'how hours will be reduced', field('nursing', 'wean plan')),
      fact(
        '"correct or ameliorate" wording (42 USC 1396d(r))',
        'the words "correct or ameliorate" of 42 USC 1396d(r)',
        words('correct or ameliorate'),
      ),
    ],
    enclosures: [
      enclosure('signed order', 'order'),
      enclosure('plan of care', 'plan of care'),
      enclosure('nursing assessment', 'assessment'),
      enclosure('flow sheet', 'flow sheet', 'flowsheet'),
    ],
    checks: ['The patient is under 21 where the request rests on EPSDT.'],
    sources: [
      'https://casetext.com/regulation/mississippi-administrative-code/title-23-rehabilitation-and-disabilities/part-223-early-and-periodic-screening-diagnosis-and-treatment-epsdt/chapter-4-private-duty-nursing/rule-23-223-44-prior-authorization-and-concurrent-reviews',
      'https://healthlaw.org/resource/epsdt-policy-instructions-update',
    ],
  }),
  kind('gap-exception', 'Out-of-network / network gap / single-case agreement', {
    required: [
      fact(
        'oon.provider name+NPI+TIN+address',
        "the out-of-network provider's name, NPI, tax number and address",
        field('out-of-network provider', 'name'),
        field('out-of-network provider', 'npi'),
        field('out-of-network provider', 'tax id'),
        field('out-of-network provider', 'address'),
      ),
      fact('codes', 'the codes of what is requested', requested('code')),
      fact('diagnosis', 'the diagnosis', field('diagnosis', 'name')),
      fact(
        'network.search facts (who was contacted, when, result, distance/wait)',
        'who in the network was asked, when, with what answer, how far and how long a wait',
        field('network search', 'name'),
        field('network search', 'date'),
        field('network search', 'result'),
        [field('network search', 'distance'), field('network search', 'wait')],
      ),
      fact('dates.of.service', 'the dates of service', requested('dates of service')),
      fact('ask: in-network cost share', 'a request for the in-network cost share', [
        ...requested('cost share'),
        words('in-network'),
      ]),
    ],
    recommended: [
      fact(
        'continuity of care / transition',
        'why care should not change hands now',
        field('out-of-network provider', 'continuity of care'),
      ),
      fact('unique expertise', 'what only this provider offers', field('out-of-network provider', 'expertise')),
    ],
    enclosures: [enclosure('CV', 'CV', 'curriculum', 'résumé', 'resume'), enclosure('search log', 'search', 'log')],
    sources: [
      'https://help.niermanpm.com/migrated/knowledge/patient-script-for-requesting-a-gap-exception-/-network-waiver',
      'https://tools.grata-health.com/tools/single-case-agreement-request-builder',
    ],
  }),
  kind('fsa-hsa', 'FSA/HSA letter (IRC 213(d))', {
    components: ['condition', 'treatment'],
    required: [
      fact('patient.name', "the patient's name", field('patient', 'name')),
      fact('participant.name', "the account holder's name", field('participant', 'name')),
      fact('condition (specific)', 'the condition by name', field('diagnosis', 'name')),
      fact(
        'treatment (frequency, dosage)',
        'the treatment, with how often or how much',
        requested('name'),
        requested('frequency', 'dose'),
      ),
      fact('duration', 'for how long', requested('duration')),
      fact('how it treats the condition', 'how it treats the condition', requested('how it helps')),
      fact('provider.name', "the clinician's name", field('provider', 'name')),
      fact('signature', 'a place for the signature', signatureBlock),
      fact('date', "the letter's date", field('letter', 'date')),
    ],
    recommended: [
      fact('employer / account id last-4 only', "the employer, or the last four characters of the account's number", [
        field('participant', 'employer'),
        field('participant', 'account ending'),
      ]),
      fact(
        'not for general health statement',
        'a statement that it is not for general health',
        words('general health', 'general well-being', 'general wellness'),
      ),
    ],
    notRequired: [
      { fact: 'member.id', drops: ['member.id', 'group.id'] },
      {
        fact: 'payer.name -> plan administrator',
        drops: ['payer.name', 'payer.department', 'payer.address|fax'],
        instead: fact('plan.administrator', 'the plan administrator', field('plan administrator', 'name')),
      },
      { fact: 'provider.npi', drops: ['provider.npi'] },
    ],
    enclosures: [enclosure('receipt', 'receipt', 'invoice')],
    checks: ['The duration is stated and is at most 12 months.', 'The diagnosis is a specific one.'],
    sources: [
      'https://fsafeds.com/support/faq/all/16',
      'https://hsatalk.com/blog/2024/3/20/irs-tells-consumers-a-doctors-note-alone-is-not-sufficient (IR-2024-65)',
    ],
  }),
];

function kind(id: string, title: string, facts: Partial<LetterKind>): LetterKind {
  return {
    required: [],
    recommended: [],
    notRequired: [],
    components: allComponents,
    enclosures: [],
    checks: [],
    sources: [],
    ...facts,
    id,
    title,
  };
}

function requested(...names: string[]): Need {
  return names.map((name) => field('treatment requested', name));
}

function enclosure(name: string, ...parts: string[]): ExpectedEnclosure {
  return { name, words: parts };
}
