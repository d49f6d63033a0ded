/**
 * A time limit around a kind of letter. Facts from the secondary sources named, as of `asOf` in letter-kinds.ts; a message that shows one
 * also says "confirm on the notice".
 */
export interface Deadline {
  /** Which plans it holds for. */
  readonly who: string;
  /** How long the writer has to file. */
  readonly file?: string;
  /** How long the plan has to decide. */
  readonly decide?: string;
  /** The filing time in a form to compute with, where one number holds. */
  readonly fileWithin?: FilingWindow;
  readonly sources: readonly string[];
}

/** `amount` calendar days or months after the date in a field. */
export interface FilingWindow {
  readonly amount: number;
  readonly unit: 'days' | 'months';
  readonly after: { readonly record: string; readonly field: string };
}

const priorAuthorizationRule = 'https://signaledi.com/pa-resources/glossary/cms-0057-f/';
const erisaClaims =
  'http://www.bu.edu/hr/benefits/health-wellness/health/participation/claim-and-appeal-timeframes-for-group-health-claims/';
const laborNotices =
  'https://www.bcbsm.com/agents/help/faqs/department-of-labor-faq/timeframes/dol-timeframes-for-notifying-members.html';
const federalFloor = 'https://insuredefense.com/blog/aca-appeal-rights-federal-floor';
const partDExceptions = 'https://hhs.gov/guidance/document/medicare-prescription-drug-appeals-grievances-exceptions';

/** Prior authorization of items and services by plans under CMS-0057-F. */
export const publicPlans: Deadline = {
  who: 'Medicare Advantage, Medicaid and CHIP, for items and services but not drugs; marketplace plans are exempt from the time limits',
  decide: '72 hours when expedited, 7 calendar days otherwise, from 2026-01-01',
  sources: [priorAuthorizationRule],
};

export const employerPlans: Deadline = {
  who: 'employer group plans (ERISA)',
  decide: '72 hours when urgent, 15 days before the service, 30 days after it',
  sources: [erisaClaims],
};

export const partDException: Deadline = {
  who: 'Medicare Part D',
  decide: "72 hours, or 24 when expedited, from the arrival of the prescriber's statement",
  sources: [partDExceptions],
};

export const stateStepTherapy: Deadline = {
  who: 'plans under state law, in states with a step therapy law',
  decide: 'it differs: for example 72 hours (24 when urgent) in Arizona, 2 business days in Delaware',
  sources: [
    'https://triagecancer.org/state-laws/health-insurance-step-therapy',
    'https://getpocketlaw.com/law/state_delaware/section-3591-step-therapy-exception-process-for-application-of-this-section-see-82-del-laws-c-44-3_3ec387276a62',
  ],
};

export const marketplaceFormulary: Deadline = {
  who: 'marketplace plans, for drugs off the formulary',
  decide: '72 hours, or 24 when urgent (45 CFR 156.122(c))',
  sources: ['https://lawinsider.com/clause/formulary-exceptions/_1'],
};

export const firstAppeal: Deadline = {
  who: 'employer group plans (ERISA) and other plans that are not grandfathered',
  file: 'at least 180 days after the denial was received',
  decide: '72 hours when urgent; before the service 30 days, after it 60, or half of that for each of two levels',
  fileWithin: { amount: 180, unit: 'days', after: { record: 'denial', field: 'received' } },
  sources: [erisaClaims, laborNotices, federalFloor],
};

export const partDRedetermination: Deadline = {
  who: 'Medicare Part D',
  file: '65 calendar days after the date of the notice',
  decide: '7 days, or 72 hours when expedited',
  fileWithin: { amount: 65, unit: 'days', after: { record: 'denial', field: 'date' } },
  sources: ['https://hhs.gov/guidance/document/redetermination-part-d-plan-sponsor'],
};

export const secondAppeal: Deadline = {
  who: 'employer group plans (ERISA) and other plans that are not grandfathered',
  file: 'as the plan says, often 60 days after the decision on the first appeal',
  decide: '72 hours when urgent; before the service 30 days, after it 60, or half of that for each of two levels',
  sources: [
    laborNotices,
    'https://lhd-benefits.relayto.com/e/uhc-hdhp-basic-medical-plan-summary-xcojihw19ed6p/wPtOh8e1133',
  ],
};

export const externalReview: Deadline = {
  who: 'plans that are not grandfathered, for denials that rest on medical judgment and for rescissions',
  file: '4 months after the final internal denial; some states allow longer',
  decide: '45 days, or 72 hours when expedited; binding',
  fileWithin: { amount: 4, unit: 'months', after: { record: 'final denial', field: 'date' } },
  sources: ['https://claimgotdenied.com/guides/independent-medical-review-by-state', federalFloor],
};

export const medicaidNursing: Deadline = {
  who: 'state Medicaid',
  file: 'recertification as the state says, for example every 6 months in Mississippi, every 90 days elsewhere',
  sources: [
    'https://casetext.com/regulation/mississippi-administrative-code/title-23-rehabilitation-and-disabilities/part-223-early-and-periodic-screening-diagnosis-and-treatment-epsdt/chapter-4-private-duty-nursing/rule-23-223-44-prior-authorization-and-concurrent-reviews',
  ],
};

export const savingsAccount: Deadline = {
  who: 'the account administrator',
  file: 'with the claim or before it; a new letter every year',
  sources: ['https://flexrlt.com/pages/letter-of-medical-necessity-lmn'],
};
