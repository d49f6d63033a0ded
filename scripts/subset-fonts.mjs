// Makes the fonts of the PDF, of the HTML and of the preview, server/src/fonts/, from the packages that hold them whole: the letters that letters of medical necessity
// need, without the hints for screens. Run it when a font or the list below changes; check-generated runs it with --check.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import subsetFont from 'subset-font';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'server/src/fonts');
const packages = join(root, 'node_modules/@expo-google-fonts');

// Unicode blocks. Latin with all that names of many languages and Vietnamese need, Greek with its accents, signs of medicine and mathematics.
const text = characters([
  [0x0020, 0x007e], // Basic Latin
  [0x00a0, 0x024f], // Latin-1 Supplement, Latin Extended-A and -B
  [0x0259, 0x0259], // schwa
  [0x02b0, 0x036f], // modifier letters, combining marks
  [0x0370, 0x03ff], // Greek
  [0x1e00, 0x1fff], // Latin Extended Additional (Vietnamese), Greek Extended
  [0x2000, 0x209f], // punctuation, raised and lowered digits
  [0x20a0, 0x20bf], // currencies
  [0x2100, 0x218b], // letterlike signs (the prescription sign among them), fractions
  [0x2190, 0x21ff], // arrows
  [0x2200, 0x22ff], // mathematics
  [0x25a0, 0x25ff], // bullets
  [0xfb00, 0xfb04], // ligatures
  [0xfffd, 0xfffd],
]);
const symbols = '☐☑☒✓✔✕✖✗✘★☆○●◆◇►◄▲▼➔➤⚠';

const fonts = [
  ['Tinos-Regular.ttf', 'tinos/400Regular/Tinos_400Regular.ttf', text],
  ['Tinos-Italic.ttf', 'tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf', text],
  ['Tinos-Bold.ttf', 'tinos/700Bold/Tinos_700Bold.ttf', text],
  ['Tinos-BoldItalic.ttf', 'tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf', text],
  ['NotoSansSymbols2.ttf', 'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf', symbols],
];

const isCheck = process.argv.includes('--check');
mkdirSync(folder, { recursive: true });
for (const [name, source, wanted, targetFormat] of fonts.flatMap(forPaperAndBrowsers)) {
  const font = await subsetFont(readFileSync(join(packages, source)), wanted, {
    targetFormat,
    noHinting: true,
    // Letters come composed (NFC), so that no font need do it: it took more than half of the time of measuring words.
    keepFeatures: ['kern'],
  });
  const file = join(folder, name);
  if (!isCheck) {
    writeFileSync(file, font);
    console.log(`${name.padEnd(24)}${(font.length / 1000).toFixed(0).padStart(5)} kB`);
  } else if (!font.equals(readFileSync(file))) {
    console.error(`server/src/fonts/${name} is not what scripts/subset-fonts.mjs makes. Run npm run generate.`);
    process.exitCode = 1;
  }
}

/** The PDF embeds them as they are; browsers read them packed. */
function forPaperAndBrowsers([name, source, wanted]) {
  return [
    [name, source, wanted, 'sfnt'],
    [name.replace('.ttf', '.woff2'), source, wanted, 'woff2'],
  ];
}

function characters(blocks) {
  return blocks
    .map(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join(''),
    )
    .join('');
}
