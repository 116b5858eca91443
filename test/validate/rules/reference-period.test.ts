import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/reference-period.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

const said = (source: string, fields = {}) => observed({ source, ...fields });

describe("reference-period", () => {
  it("applies where the definition says the last three months", () => {
    for (const series of ["IT_USE_II99", "SE_ADT_ACTS", "ICT_HH10"])
      expect(rule.applies(indicatorOf(series))).toBe(true);
    // Businesses are asked about the last twelve months; ownership has no period.
    for (const series of ["ICT_B3", "IT_MOB_OWN"]) expect(rule.applies(indicatorOf(series))).toBe(false);
  });

  it.each([
    "ICT survey 2023, last 12 months",
    "Used in the past twelve months",
    "Use of the Internet in the last month",
    "Enquête TIC, 12 derniers mois",
    "Utilisation au cours des derniers 12 mois",
    "au cours du dernier mois",
    "Encuesta, últimos doce meses",
    "durante el último mes",
    "Обследование, за последние 12 месяцев",
    "за последний месяц",
    "مسح الأسر، خلال ١٢ شهراً",
    "خلال الشهر الماضي",
    "住户调查，过去12个月",
    "最近一个月使用过",
  ])("asks for status D beside “%s”", (text) => {
    expect(outcome(rule, [said(text)])).toBe("fail");
    expect(outcome(rule, [said("", { comment: text })])).toBe("fail");
    expect(outcome(rule, [said(text, { status: "D" })])).toBe("pass");
  });

  it("says the words it found", () => {
    expect(failures(rule, [said("Labour Force Survey (last  12 Months)")])).toEqual([
      { line: 2, column: "OBS_STATUS", params: { value: "A", words: "last 12 months" } },
    ]);
  });

  it.each([
    "used in the last 3 months",
    "three-month reference period",
    "au cours des trois derniers mois",
    "en los últimos tres meses",
    "за последние три месяца",
    "خلال الأشهر الثلاثة الأخيرة",
    "过去三个月",
  ])("passes “%s”", (text) => {
    expect(outcome(rule, [said(text)])).toBe("pass");
  });

  it.each([
    "",
    "UNSD SDG database, 2020",
    "Rose much faster than last year",
    "Revised last month",
    "Survey of 12 months of 2019",
    "last 12 months instead of the last 3 months",
    "2023年13个月",
  ])("makes nothing of “%s”", (text) => {
    expect(outcome(rule, [said(text)])).toBe("not-evaluable");
  });

  it("cannot judge without a value", () => {
    expect(outcome(rule, [said("last 12 months", { value: null, status: "M" })])).toBe("not-evaluable");
  });
});
