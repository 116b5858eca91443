/** What a PDF that Chromium made says of itself. Chromium compresses streams only, so that objects can be read as text. */

const DATE = /\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g;

/** Dates a PDF by a given time in place of the time of printing, so that equal pages give equal bytes. */
export function dated(pdf: Buffer, time: Date): Buffer {
  const stamp = time.toISOString().replace(/[-:T]/g, "").slice(0, 14);
  const text = pdf.toString("latin1").replace(DATE, (_, name) => `/${name} (D:${stamp}+00'00')`);
  return Buffer.from(text, "latin1");
}

/** Numbers of the pages, from 1, on which the targets of links inside the document stand, by their ids. */
export function pagesOfTargets(pdf: Buffer): ReadonlyMap<string, number> {
  const text = pdf.toString("latin1");
  const order = new Map(pagesInOrder(text).map((object, index) => [object, index + 1]));
  const targets = [...text.matchAll(/\/([\w.-]+) \[(\d+) 0 R \/XYZ /g)];
  return new Map(
    targets.flatMap(([, id = "", object = ""]) => {
      const page = order.get(object);
      return page === undefined ? [] : [[id, page] as const];
    }),
  );
}

/** Object numbers of the pages: the leaves of the tree of pages (ISO 32000-1, 7.7.3). */
function pagesInOrder(text: string): string[] {
  const kids = new Map<string, string[]>();
  const inner = new Set<string>();
  for (const [, object = "", body = ""] of text.matchAll(/\n(\d+) 0 obj\n<<(\/Type \/Pages\n[^>]*)>>/g)) {
    const list = /\/Kids \[([^\]]*)\]/.exec(body)?.[1] ?? "";
    kids.set(object, list.match(/\d+(?= 0 R)/g) ?? []);
    if (body.includes("/Parent ")) inner.add(object);
  }
  const leaves = (object: string): string[] => kids.get(object)?.flatMap(leaves) ?? [object];
  return [...kids.keys()].filter((object) => !inner.has(object)).flatMap(leaves);
}
