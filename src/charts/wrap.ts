/** Characters as wide as they are high: ideographs and their punctuation. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Marks of direction have no width. */
const MARKS = /[\u202a-\u202c]/g;

/** Half an em in the sans-serif fonts the charts ask for, on average, as a share of the font size. */
const HALF_EM = 0.55;

/**
 * About how wide a line is in pixels. An average and not a measurement, so that a chart is the same on every
 * machine, whatever its fonts.
 */
export function pixels(text: string, fontSize: number): number {
  const halves = [...text.replace(MARKS, "")].map((character) => (WIDE.test(character) ? 2 : 1));
  return halves.reduce((sum, half) => sum + half, 0) * HALF_EM * fontSize;
}

/** A Latin word stays whole; between ideographs a line may end anywhere. */
const PIECES =
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+\s*|\s+/g;

/** Punctuation that may not begin a line of Chinese (GB/T 15834). */
const CLOSING = /^[，。；：、？！）》」』”]/;

/** Text in lines of at most `width` pixels, as far as its words allow. */
export function wrapped(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(PIECES) ?? []) {
    const isFull = pixels(line + piece.trimEnd(), fontSize) > width;
    if (line !== "" && isFull && !CLOSING.test(piece)) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}
