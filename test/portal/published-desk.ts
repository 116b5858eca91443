/** A portal on a small collection that has been released: Internet use in Central Asia in 2017. */
import { createRelease } from "../../src/run/release/create.js";
import type { Contents } from "../../src/run/release/manifest.js";
import type { ReferenceValue } from "../../src/types.js";
import { csv } from "../run/workshop.js";
import { openPortalDesk, type PortalDesk } from "./desk.js";

export const [CENTRAL_ASIA, KAZ, TJK] = [143, 398, 762];
const [KGZ, UZB] = [417, 860];

/** People in millions: Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan. */
const PEOPLE: Readonly<Record<number, number>> = { [KAZ]: 20, [KGZ]: 10, [TJK]: 10, 795: 5, [UZB]: 5 };

export const CONTENTS: Contents = {
  ...{ tables: ["sdg-country", "facts-and-figures", "availability"], formats: ["csv", "json"] },
  ...{ languages: ["en", "ar"], strict: false, composition: "by-year" },
};

/** Takes one file of a country: its percentage of Internet users in a year. */
export async function takeUse(
  desk: PortalDesk,
  name: string,
  area: string,
  value: number,
  year = 2017,
): Promise<void> {
  const { shop } = desk;
  await shop.take(shop.write(name, csv(["IT_USE_II99", area, year, "_T", value, "PT"])), { from: "Bolat" });
}

export function populate(desk: PortalDesk): void {
  const { environment } = desk.shop;
  const values = Object.entries(PEOPLE).map(
    ([area, value]): ReferenceValue => ({
      ...{ series: "POPULATION", area: Number(area), period: 2017, dimensions: {}, value },
      ...{ revision: "R1", source: "made up for this test" },
    }),
  );
  environment.store.importReference("R1", values, environment.now().toISOString());
  environment.referenceChanged();
}

/** Three of five countries with 35 of 50 million people: (20·80 + 10·40 + 5·20) / 35 = 60. Tajikistan's figure is held back. */
export async function openPublishedDesk(): Promise<PortalDesk> {
  const desk = await openPortalDesk();
  populate(desk);
  await takeUse(desk, "KAZ.csv", "KAZ", 80);
  await takeUse(desk, "KGZ.csv", "KGZ", 40);
  await takeUse(desk, "UZB.csv", "UZB", 20);
  await takeUse(desk, "TJK.csv", "TJK", 120);
  await createRelease(desk.shop.environment, "2026.q1", "agency", CONTENTS);
  return desk;
}
