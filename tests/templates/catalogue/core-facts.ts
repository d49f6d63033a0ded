import { fact, field, type LetterFact, section, signatureBlock, words } from './facts.js';

/** Whatever its kind, a letter needs these facts, unless the kind drops one. */
export const coreRequired: readonly LetterFact[] = [
  fact('letter.date', "the letter's date", field('letter', 'date')),
  fact('payer.name', "the payer's name", field('insurance', 'payer')),
  fact('patient.name', "the patient's name", field('patient', 'name')),
  fact('patient.dob', "the patient's date of birth", field('patient', 'date of birth')),
  fact('member.id', 'the member ID', [field('insurance', 'member id'), field('insurance', 'policy number')]),
  fact('request.subject(RE line)', 'a line that says what the letter is about', [
    field('letter', 'subject'),
    words('RE:'),
  ]),
  fact('request.item', 'what is requested', field('treatment requested', 'name')),
  fact('diagnosis.primary.text', 'the diagnosis', field('diagnosis', 'name')),
  fact('diagnosis.primary.icd10cm', "the diagnosis' ICD-10-CM code", field('diagnosis', 'code')),
  fact('history.summary', 'a section on the medical history', section('history')),
  fact('status.current', 'a section on the present condition', section('condition')),
  fact('rationale', 'a section on the treatment and why it is needed', section('treatment')),
  fact(
    'request.ask(explicit verb: approve/overturn/continue)',
    'a sentence that asks for the decision, such as "I ask that you approve"',
    words('approve', 'authorize', 'continue', 'cover', 'grant', 'overturn', 'reimburse', 'reverse'),
  ),
  fact('provider.name', "the clinician's name", field('provider', 'name')),
  fact('provider.credentials', "the clinician's credentials", field('provider', 'credentials')),
  fact('provider.npi', "the clinician's NPI", field('provider', 'npi')),
  fact('provider.phone', "the clinician's phone number", field('provider', 'phone')),
  fact('signature.block', 'a place for the signature', signatureBlock),
];

/** Whatever its kind, a letter is stronger with these. */
export const coreRecommended: readonly LetterFact[] = [
  fact('payer.department', "the payer's department", field('insurance', 'department')),
  fact('payer.address|fax', "the payer's address or fax", [field('insurance', 'address'), field('insurance', 'fax')]),
  fact('group.id', 'the group number', field('insurance', 'group number')),
  fact('reference.id', 'a reference number', [
    field('letter', 'reference number'),
    field('denial', 'claim number'),
    field('denial', 'authorization number'),
  ]),
  fact('request.code(CPT|HCPCS|NDC)', 'the code of what is requested', [
    field('treatment requested', 'code'),
    field('treatment requested', 'ndc'),
  ]),
  fact(
    'request.quantity+frequency',
    'how much is requested, and how often',
    field('treatment requested', 'quantity'),
    field('treatment requested', 'frequency'),
  ),
  fact('request.duration', 'for how long it is requested', field('treatment requested', 'duration')),
  fact('provider.specialty', "the clinician's specialty", field('provider', 'specialty')),
  fact('provider.fax', "the clinician's fax", field('provider', 'fax')),
  fact(
    'practice.name+address',
    "the practice's name and address",
    field('practice', 'name'),
    field('practice', 'address'),
  ),
  fact('peer_to_peer.offer', 'an offer to talk to a reviewing clinician', field('letter', 'peer-to-peer call')),
  fact('consequences', 'what happens without the treatment', [field('consequence', 'name'), section('consequences')]),
  fact('evidence.refs>=1', 'at least one published source', field('evidence', 'title')),
  fact('monitoring/follow-up plan', 'how the treatment will be followed up', [
    field('treatment requested', 'monitoring'),
    field('letter', 'plan of care'),
  ]),
  fact('enclosures.list', 'a list of enclosures', field('enclosure', 'name')),
  fact(
    'status.objective(value+unit+date)',
    'a measured finding with its date',
    [field('finding', 'result'), field('outcome measure', 'current')],
    [field('finding', 'date'), field('outcome measure', 'current date')],
  ),
  fact('urgency', 'how urgent the decision is', field('letter', 'urgency')),
];
