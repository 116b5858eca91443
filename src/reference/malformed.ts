/** A reference file that cannot be read, told so that a person can mend it. */
export interface MalformedReference extends Error {
  readonly code: "reference-malformed";
  readonly file: string;
  /** 0 when the file as a whole is meant. */
  readonly line: number;
}

/**
 * The error to throw for a malformed reference file.
 * @param cause what was found and what was expected
 * @param remedy what to do about it
 */
export function malformed(file: string, line: number, cause: string, remedy: string): MalformedReference {
  const place = line > 0 ? `${file}, line ${line}` : file;
  const error = new Error(`${place}: ${cause} ${remedy}`);
  return Object.assign(error, { code: "reference-malformed" as const, file, line });
}
