/** Words of medical writing that are about no subject: of studies, of time and number, of grammar. Compared by their beginnings, as all words here. */
const COMMON = new Set(
  `about adult advan after analy appro based befor benef best between blind burde care cause chang child chron acute clini combi commo compa compr condi contr
  cours daily data day days deter diffe disea disor dose doubl drug durin each early effec effic event every evide exami expec facto first follo found from funct
  gener great group guide half healt help high impac impro inclu incre infor into large least less level life line long lower major male femal manag many measu
  mecha medic menta metho moder month more most natio need neede new numbe object offic other outco over parti patie peopl perce perio perso phase place platf
  posit possi poten pract preve previ proce profe progr prope prosp provi publi quali rando range rate recom recen reduc regar relat relea repor requi resea respo
  resul revie risk safet scale score secon selec serie sever short showe shows since singl some state stati still studi study such suppo surve syndr syste term
  test than that their them there these they this those three throu time total treat trial under updat usefu users using vario versu very week weeks were what
  when where which while will with withi witho women work would year years ameri socie state inter europ unite also been have does only both same well used may
  therap thera journ lance`
    .trim()
    .split(/\s+/),
);

/** How much of a word tells what it is about: *radicular* and *radiculopathy* are one subject. */
const beginning = 5;

/** The beginnings of the words of a text that say what it is about. */
export function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
    .map((word) => word.slice(0, beginning))
    .filter((word) => !COMMON.has(word));
}
