/** Which way a score or measurement gets better. */
export type Better = 'higher' | 'lower';

/**
 * Scales and measurements of which less is better, as letters name them: pain and disability, moods, skin, joints, headache, seizures, sleep, laboratory values
 * of diseases. Sources: the instruments' own manuals (ODI, NDI, RMDQ, PHQ-9, GAD-7, HIT-6, MIDAS, PASI, DLQI, EASI, BASDAI, DAS28, HAQ, UPDRS, EDSS, AHI).
 */
const LOWER =
  /\b(?:pain|oswestry|odi|neck disability|ndi|roland|phq-?9|gad-?7|hit-?6|midas|migraine disability|(?:headache|migraine) days|pasi|dlqi|easi|scorad|itch|pruritus|basdai|das-?28|haq|haq-di|cdai|sledai|quickdash|dash|hba1c|hemoglobin a1c|a1c|seizures?|apnea|ahi|epworth|insomnia severity|pcl-5|madrs|ham-?d|beck depression|bdi|y-bocs|updrs|edss|relapses|exacerbations|attacks|falls|calprotectin|ldl|fatigue severity)\b/i;

/** Of which more is better. */
const HIGHER =
  /\b(?:(?:6|six)[- ]minute walk|6mwd|6mwt|fev1|fvc|mmse|moca|barthel|functional independence|berg|lefs|lower extremity functional|koos|hoos|sf-?36|sf-?12|eq-?5d|gaf|asthma control test|walking distance|range of motion|grip strength|alsfrs|ejection fraction|karnofsky|quality of life)\b/i;

/** Of which it depends on how they are counted. */
const OPEN = /\b(?:relief|efficacy|reduction|improvement|change|womac|threshold|tolerance|free)\b/i;

/** Which way is better on a scale by its name; undefined where that is not known, or may be counted either way. */
export function betterOn(name: string): Better | undefined {
  if (OPEN.test(name)) return undefined;
  const [isLower, isHigher] = [LOWER.test(name), HIGHER.test(name)];
  if (isLower === isHigher) return undefined;
  return isLower ? 'lower' : 'higher';
}
