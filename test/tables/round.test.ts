import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain, round } from "../../src/tables/round.js";

describe("round", () => {
  it.each([
    [2.675, 2, "2.68"], // the float is 2.67499…; toFixed gives 2.67
    [1.005, 2, "1.01"],
    [-2.675, 2, "-2.68"],
    [0.5, 0, "1"],
    [-0.5, 0, "-1"],
    [2.5, 0, "3"], // half to even would give 2
    [0.04, 1, "0.0"],
    [-0.04, 1, "0.0"],
    [-0, 1, "0.0"],
    [99.95, 1, "100.0"],
    [86.8, 1, "86.8"],
    [5, 2, "5.00"],
    [1e21, 0, "1000000000000000000000"],
    [1.5e-7, 7, "0.0000002"],
    [1.4e-7, 7, "0.0000001"],
    [-1.25e22, 1, "-12500000000000000000000.0"],
    [1e-300, 2, "0.00"],
  ])("writes %d with %d decimals as %s", (value, decimals, text) => {
    expect(round(value, decimals)).toBe(text);
  });

  it("refuses what is not a finite number or not a count of decimals", () => {
    expect(() => round(Number.NaN, 1)).toThrow(RangeError);
    expect(() => round(Number.POSITIVE_INFINITY, 1)).toThrow(RangeError);
    expect(() => round(1, -1)).toThrow(RangeError);
    expect(() => round(1, 0.5)).toThrow(RangeError);
  });

  it("is symmetric about zero and never further than half a unit from the value", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          const text = round(value, decimals);
          expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-6);
          expect(round(-value, decimals)).toBe(Number(text) === 0 ? text : `-${text}`);
        },
      ),
    );
  });

  it("keeps every digit when asked for plain text", () => {
    expect(plain(1.25e-7)).toBe("0.000000125");
    expect(plain(1e21)).toBe("1000000000000000000000");
    expect(plain(-12.5)).toBe("-12.5");
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(plain(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
