import appeal1Letter from '../../templates/appeal-1-letter.lmn';
import appeal2Letter from '../../templates/appeal-2-letter.lmn';
import chronicPainContinuation from '../../templates/chronic-pain-continuation.lmn';
import continuationLetter from '../../templates/continuation-letter.lmn';
import dmeLetter from '../../templates/dme-letter.lmn';
import dmeMobilityLetter from '../../templates/dme-mobility-letter.lmn';
import externalLetter from '../../templates/external-letter.lmn';
import formularyExceptionLetter from '../../templates/formulary-exception-letter.lmn';
import fsaHsaLetter from '../../templates/fsa-hsa-letter.lmn';
import gapExceptionLetter from '../../templates/gap-exception-letter.lmn';
import generalMedicalNecessity from '../../templates/general-medical-necessity.lmn';
import geneticTestLetter from '../../templates/genetic-test-letter.lmn';
import homeHealthLetter from '../../templates/home-health-letter.lmn';
import kindAppeal1 from '../../templates/kinds/appeal-1.lmn';
import kindAppeal2 from '../../templates/kinds/appeal-2.lmn';
import kindContinuation from '../../templates/kinds/continuation.lmn';
import kindCore from '../../templates/kinds/core.lmn';
import kindDme from '../../templates/kinds/dme.lmn';
import kindDmeMobility from '../../templates/kinds/dme-mobility.lmn';
import kindExternal from '../../templates/kinds/external.lmn';
import kindFormularyException from '../../templates/kinds/formulary-exception.lmn';
import kindFsaHsa from '../../templates/kinds/fsa-hsa.lmn';
import kindGapException from '../../templates/kinds/gap-exception.lmn';
import kindGeneral from '../../templates/kinds/general.lmn';
import kindGeneticTest from '../../templates/kinds/genetic-test.lmn';
import kindHomeHealth from '../../templates/kinds/home-health.lmn';
import kindNewPa from '../../templates/kinds/new-pa.lmn';
import kindOffLabel from '../../templates/kinds/off-label.lmn';
import kindOxygen from '../../templates/kinds/oxygen.lmn';
import kindPdn from '../../templates/kinds/pdn.lmn';
import kindSiteOfCare from '../../templates/kinds/site-of-care.lmn';
import kindStepException from '../../templates/kinds/step-exception.lmn';
import medicalLetter from '../../templates/medical-letter.lmn';
import newPaLetter from '../../templates/new-pa-letter.lmn';
import offLabelLetter from '../../templates/off-label-letter.lmn';
import oxygenLetter from '../../templates/oxygen-letter.lmn';
import pdnLetter from '../../templates/pdn-letter.lmn';
import plainLetter from '../../templates/plain-letter.lmn';
import siteOfCareLetter from '../../templates/site-of-care-letter.lmn';
import standard from '../../templates/standard.lmn';
import stepExceptionLetter from '../../templates/step-exception-letter.lmn';
import type { ShippedText } from './language/shipped-text.js';

/** The standard vocabulary, the templates and the kinds of letter that every workspace has; a workspace's own of the same name wins. */
export const shippedFiles: readonly ShippedText[] = [
  { uri: 'lmn-shipped:/standard.lmn', text: standard },
  { uri: 'lmn-shipped:/appeal-1-letter.lmn', text: appeal1Letter },
  { uri: 'lmn-shipped:/appeal-2-letter.lmn', text: appeal2Letter },
  { uri: 'lmn-shipped:/chronic-pain-continuation.lmn', text: chronicPainContinuation },
  { uri: 'lmn-shipped:/continuation-letter.lmn', text: continuationLetter },
  { uri: 'lmn-shipped:/dme-letter.lmn', text: dmeLetter },
  { uri: 'lmn-shipped:/dme-mobility-letter.lmn', text: dmeMobilityLetter },
  { uri: 'lmn-shipped:/external-letter.lmn', text: externalLetter },
  { uri: 'lmn-shipped:/formulary-exception-letter.lmn', text: formularyExceptionLetter },
  { uri: 'lmn-shipped:/fsa-hsa-letter.lmn', text: fsaHsaLetter },
  { uri: 'lmn-shipped:/gap-exception-letter.lmn', text: gapExceptionLetter },
  { uri: 'lmn-shipped:/general-medical-necessity.lmn', text: generalMedicalNecessity },
  { uri: 'lmn-shipped:/genetic-test-letter.lmn', text: geneticTestLetter },
  { uri: 'lmn-shipped:/home-health-letter.lmn', text: homeHealthLetter },
  { uri: 'lmn-shipped:/medical-letter.lmn', text: medicalLetter },
  { uri: 'lmn-shipped:/new-pa-letter.lmn', text: newPaLetter },
  { uri: 'lmn-shipped:/off-label-letter.lmn', text: offLabelLetter },
  { uri: 'lmn-shipped:/oxygen-letter.lmn', text: oxygenLetter },
  { uri: 'lmn-shipped:/pdn-letter.lmn', text: pdnLetter },
  { uri: 'lmn-shipped:/plain-letter.lmn', text: plainLetter },
  { uri: 'lmn-shipped:/site-of-care-letter.lmn', text: siteOfCareLetter },
  { uri: 'lmn-shipped:/step-exception-letter.lmn', text: stepExceptionLetter },
  { uri: 'lmn-shipped:/kinds/appeal-1.lmn', text: kindAppeal1 },
  { uri: 'lmn-shipped:/kinds/appeal-2.lmn', text: kindAppeal2 },
  { uri: 'lmn-shipped:/kinds/continuation.lmn', text: kindContinuation },
  { uri: 'lmn-shipped:/kinds/core.lmn', text: kindCore },
  { uri: 'lmn-shipped:/kinds/dme.lmn', text: kindDme },
  { uri: 'lmn-shipped:/kinds/dme-mobility.lmn', text: kindDmeMobility },
  { uri: 'lmn-shipped:/kinds/external.lmn', text: kindExternal },
  { uri: 'lmn-shipped:/kinds/formulary-exception.lmn', text: kindFormularyException },
  { uri: 'lmn-shipped:/kinds/fsa-hsa.lmn', text: kindFsaHsa },
  { uri: 'lmn-shipped:/kinds/gap-exception.lmn', text: kindGapException },
  { uri: 'lmn-shipped:/kinds/general.lmn', text: kindGeneral },
  { uri: 'lmn-shipped:/kinds/genetic-test.lmn', text: kindGeneticTest },
  { uri: 'lmn-shipped:/kinds/home-health.lmn', text: kindHomeHealth },
  { uri: 'lmn-shipped:/kinds/new-pa.lmn', text: kindNewPa },
  { uri: 'lmn-shipped:/kinds/off-label.lmn', text: kindOffLabel },
  { uri: 'lmn-shipped:/kinds/oxygen.lmn', text: kindOxygen },
  { uri: 'lmn-shipped:/kinds/pdn.lmn', text: kindPdn },
  { uri: 'lmn-shipped:/kinds/site-of-care.lmn', text: kindSiteOfCare },
  { uri: 'lmn-shipped:/kinds/step-exception.lmn', text: kindStepException },
];
