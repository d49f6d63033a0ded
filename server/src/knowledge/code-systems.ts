/** A set of codes for what can be requested, other than HCPCS and CPT. */
interface CodeSystem {
  /** What may stand before the code, in any case: the system's name. */
  readonly named: RegExp;
  readonly shape: RegExp;
  /** True where the shape is no other system's, so that the code says by itself what it is. */
  readonly isPlain: boolean;
}

const SYSTEMS: readonly CodeSystem[] = [
  /** Dental procedures: D and four digits. Source: American Dental Association, Code on Dental Procedures and Nomenclature. */
  { named: /^CDT$/i, shape: /^D\d{4}$/, isPlain: true },
  /**
   * Inpatient procedures: seven characters without I and O, the first of them the section; nearly all hold a digit.
   * Source: ICD-10-PCS, CMS.
   */
  { named: /^(?:ICD-10-PCS|PCS)$/i, shape: /^(?=.*\d)[0-9B-DF-HX][0-9A-HJ-NP-Z]{6}$/s, isPlain: true },
  /** Where and as what a hospital bills: four digits, the first often a 0. Alone it could be a CPT code cut short. Source: NUBC, UB-04. */
  { named: /^(?:revenue|rev\.?)(?: code)?$/i, shape: /^\d{4}$/, isPlain: false },
  /** Groups of inpatient stays: three digits. Source: CMS, MS-DRG. */
  { named: /^(?:MS-)?DRG$/i, shape: /^\d{3}$/, isPlain: false },
];

/** Whether a value is the code of a system other than HCPCS and CPT: with the system's name before it, or of a shape that is no other's. */
export function isOtherCode(value: string): boolean {
  const [, name = '', code = value] = /^(.{1,20}?)(?::\s*|\s+)(\S{3,7})$/s.exec(value) ?? [];
  return SYSTEMS.some(({ named, shape, isPlain }) =>
    name === '' ? isPlain && shape.test(value) : named.test(name) && shape.test(code),
  );
}
