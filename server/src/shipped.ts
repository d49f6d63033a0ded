import chronicPainContinuation from '../../templates/chronic-pain-continuation.lmn';
import generalMedicalNecessity from '../../templates/general-medical-necessity.lmn';
import medicalLetter from '../../templates/medical-letter.lmn';
import plainLetter from '../../templates/plain-letter.lmn';
import standard from '../../templates/standard.lmn';
import type { ShippedText } from './language/shipped-text.js';

/** The standard vocabulary and the templates that every workspace has; a workspace's own of the same name wins. */
export const shippedFiles: readonly ShippedText[] = [
  { uri: 'lmn-shipped:/standard.lmn', text: standard },
  { uri: 'lmn-shipped:/chronic-pain-continuation.lmn', text: chronicPainContinuation },
  { uri: 'lmn-shipped:/general-medical-necessity.lmn', text: generalMedicalNecessity },
  { uri: 'lmn-shipped:/medical-letter.lmn', text: medicalLetter },
  { uri: 'lmn-shipped:/plain-letter.lmn', text: plainLetter },
];
