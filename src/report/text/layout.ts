// Lines of a given width. Widths count code points; nothing here knows about colours, which are added line by line.

/** The text in lines of at most `width`, broken at blanks, and within a word only where it is longer than a line. */
export const wrap = (text: string, width: number): readonly string[] => wrapList(text.split(' '), ' ', width);

/** Items in lines of at most `width`, broken between items, and within one only where it is longer than a line. */
export function wrapList(items: readonly string[], separator: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  // A separator that ends a line stands there without its blanks.
  const end = separator.trimEnd();
  const last = items.length - 1;
  for (const piece of items.flatMap((item, index) => pieces(item + (index < last ? end : ''), width))) {
    const gap = separator.slice(end.length);
    const joined = line === '' ? piece : line + gap + piece;
    if (lengthOf(joined) <= width) line = joined;
    else {
      lines.push(line);
      line = piece;
    }
  }
  return [...lines, line];
}

/** Content behind a lead; its later lines stand under the content. `paint` colours each line of the content. */
export function hang(
  lead: string,
  leadWidth: number,
  content: readonly string[],
  paint: (line: string) => string = (line) => line,
): readonly string[] {
  return content.map((line, index) => `${index === 0 ? lead : ' '.repeat(leadWidth)}${paint(line)}`);
}

/** How many code points there are. */
export const lengthOf = (text: string): number => [...text].length;

/** The text with blanks behind it up to `width`. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - lengthOf(text)));

/** `1 case`, `2 cases`. */
export const count = (number: number, one: string, many: string = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

function pieces(word: string, width: number): readonly string[] {
  const characters = [...word];
  if (characters.length <= width) return [word];
  return Array.from({ length: Math.ceil(characters.length / width) }, (_, index) =>
    characters.slice(index * width, (index + 1) * width).join(''),
  );
}
