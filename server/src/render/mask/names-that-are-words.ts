/**
 * Given names and surnames that are also everyday words, or words of a clinic: prose is full of them in lower case, where they
 * are no names. Only a guess at how prose is to be read; a name that is missing here is masked in lower case too.
 */
const words = `
  ace amber an angel april arch archer art as ash at august autumn bach baker ball band bank banks bar barber bark
  barn bass bath battle bay be bean bear beard bell bench berry best bill bird bishop black blade blank blaze
  blood bloom blue bolt bond booker booth bow bowers bowl boyer branch brand brave bridge bridges bright brook
  brooks brown buck bud burn burns bush butcher butler by can cane cannon cape care carpenter carry cart carter
  case cash chamber chambers chance chap chapel chapman chase chew chin christian chuck church clay cliff close
  cloud coin cole colt come comfort constance constant cook cooper core cotton couch court craft crane cross crow
  crystal cup curry cutter daily daisy dale dance dawn day days deal dean dear deed dell destiny did do doc doctor
  dollar dove drake draper drew driver drum duke earl early ease east easter ebony eden ember eve ever fair faith
  falls farmer faust fear fern field fields finder fine finger fish fisher flood flora flower flowers foot force
  ford foreman forest foster fountain fox frank free freed freeman french from frost fuller gage gain gale gamble
  garden gardener gay gene general gentle gentry german glass glover gold golden good grace grand grant grass
  graves gray green greet grey grove guest guy ha had hall hand hands harbor hard harden hardy harm harmony harp
  hart has haste haven hawk hay hazel he head heal heart hearts heath heather her herb hero high hill hills him
  his hoe hold holder hole holiday holly holmes home honest honor hood hook hope horn house how hug hunt hunter
  hurt hyde ice if in ink iris iron is it its ivory ivy jack jade jasmine jay jet jewel job joiner joy judge june
  just justice keen keep key keys kid kind king knight lab lace lad lake lamb lance land lane large lark last
  laurel law lay leaf lean lee left legend less let liberty light lily line link lion little liver lock long lord
  love low luck lucky ma mace mach magnolia main major makes male man marina mark market marks marsh mason master
  masters max may me mead meadow meadows mean means melody men mercer mercy merit merry miles mill miller mills
  mind miner mink mint misty moan model moles moon moor more moss mount mountain my nail neat need new nice nick
  nickel no noble noon norm north not nova novel now nurse oak ocean odd of off old olive on one opal or orange
  our out over own page pain paint painter palm par park parker parks pass past pat patch patience peace peach
  pearl peck peel penny pepper perch phoenix pick piece pierce pike pill pine piper pitt pitts place plant plum
  pole pond pool poole poor pope porch porter post potter pound power powers prank pre precious price pride priest
  prince proctor prosper providence pulse quick quill rain ransom ravel raven ray read reading real reason red
  reed reese reign rest rice rich rider ring rise river rivers roach rob robin rock rocky rod roman root rose ross
  rot rough round rowan royal ruby rue rush rust rusty sack saddler safe sage sail saint salmon salt sample sand
  sander sanders sandy savage savannah sawyer say scarlet school schooler sea seal see self sell serenity service
  set sharp shaw she shell shepherd shield shields shine shoe shore short shoulder shower sides sierra silver
  simple singer singleton sit skip sky slack slaughter small smart snow so soldier solo song south spark sparks
  spear spears speed spell spice spring springer stack staff stage stamp star stark starr steel steele step stern
  steward still stone storm story strange stream street stroke strong su sue summer summers sun sunny surgeon
  swallow swan sweat sweet swift tab tailor talent tall tan tanner taper tart tell temple ten tender terse test
  than that the them then they thicker this thorn tiger tile tiller to toner tong too tool torch tower towers town
  trainer travel treasure tree trial trinity trip troy true tuck tucker turner twist two under unity up us use
  usher vale valentine van venus vest vice victor victory viola violet virtue vision wade wait waiter walk walker
  wall waller walls ward ware warm warner warren was wash water waters wave way we weak wear weaver weeks weight
  welcome well weller wells were west what wheel wheeler when while white who why wild wilder will win wind winner
  winter winters wise with witness wolf wood woods wool word words work worker world worth wren yard yes yet york
  you young zest zinc
`;

const known: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

/** True for a name that in lower case is a word: *will*, *may*, *walker*. */
export function isAlsoWord(name: string): boolean {
  return known.has(name.toLowerCase());
}
