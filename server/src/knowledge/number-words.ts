const small =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`.split(
    ' ',
  );
const tens = `twenty thirty forty fifty sixty seventy eighty ninety`.split(' ');

/** English words for a whole number below 200, parted by spaces; none for others. */
export function numberWords(count: number): string[] {
  if (!Number.isInteger(count) || count < 0 || count >= 200) return [];
  if (count < 100) return [below100(count)];
  const rest = count - 100;
  if (rest === 0) return ['one hundred', 'a hundred'];
  return ['one', 'a'].flatMap((one) => [`${one} hundred ${below100(rest)}`, `${one} hundred and ${below100(rest)}`]);
}

function below100(count: number): string {
  if (count < 20) return small[count] ?? '';
  const ten = tens[Math.floor(count / 10) - 2] ?? '';
  return count % 10 === 0 ? ten : `${ten} ${small[count % 10] ?? ''}`;
}

const counts: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 100 }, (_, count): [string, number] => [below100(count), count]),
);

/** The number below 100 that English words say, with a hyphen or a space: *forty-five*. Undefined for other words. */
export function countInWords(words: string): number | undefined {
  return counts.get(words.toLowerCase().replace('-', ' '));
}
