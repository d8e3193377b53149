// What makes a large file fast changes no figure, and shows the first charts before the last figure is counted.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { csv, open } from "./page";

/** So many cases that counting all of it comes second; two regions, half each. */
function large(): string {
  const rows = [
    "casusnummer;regio;gemeente;aanmelddatum;afsluitdatum;geslacht;leeftijd;problematiek jeugdige",
  ];
  for (let row = 0; row < 60_000; row += 1) {
    const day = String((row % 28) + 1).padStart(2, "0");
    const region = row % 2 === 0 ? "Twente" : "IJsselland";
    rows.push(
      `2024-${row};${region};Gemeente ${row % 25};${day}-0${(row % 9) + 1}-2024;;jongen;${row % 18};"trauma, hechting"`,
    );
  }
  return rows.join("\n");
}

test("the first charts of a large file come first, and a filter asked then is the last that is shown", async ({
  page,
}) => {
  await open(page);
  const shown = await page.evaluateHandle(() => {
    const element = document.querySelector("ben-monitor");
    if (!element) throw new Error("no element");
    const seen: { indicators: number; cases: number }[] = [];
    let asked: Promise<unknown> | undefined;
    element.addEventListener("ben-rendered", () => {
      const { indicators, cases } = element.report ?? { indicators: [], cases: { selected: 0 } };
      seen.push({ indicators: indicators.length, cases: cases.selected });
      asked ??= element.setFilter([{ field: "regio", values: ["Twente"] }]);
    });
    const done = new Promise((resolve) => {
      const look = () => (seen.at(-1)?.cases === 30_000 ? resolve(asked) : setTimeout(look, 50));
      look();
    });
    return { seen, done };
  });
  await page.locator("ben-monitor input[type=file]").setInputFiles([csv("groot.csv", large())]);
  const seen = await shown.evaluate(async ({ seen, done }) => {
    await done;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return seen;
  });
  const whole = seen.filter(({ cases }) => cases === 60_000);
  const part = seen.filter(({ cases }) => cases === 30_000);
  expect(seen.at(-1)?.cases).toBe(30_000);
  expect(whole.length).toBeGreaterThan(0);
  // All cases were only ever shown with the first charts; those of the filter have all.
  expect(Math.max(...whole.map(({ indicators }) => indicators))).toBeLessThan(
    Math.max(...part.map(({ indicators }) => indicators)),
  );
});

test("a filter that can't be, asked while the first charts of a large file stand, keeps none of the rest away", async ({
  page,
}) => {
  await open(page);
  const done = page.evaluate(() => {
    const element = document.querySelector("ben-monitor");
    if (!element) throw new Error("no element");
    let asked: Promise<string> | undefined;
    return new Promise<[string, number, number]>((resolve) => {
      let first = 0;
      element.addEventListener("ben-rendered", () => {
        const figures = element.report?.indicators.length ?? 0;
        first ||= figures;
        asked ??= element.setFilter([{ field: "wat", values: ["x"] }]).then(
          () => "",
          (error: { code: string }) => error.code,
        );
        if (figures > first) asked.then((code) => resolve([code, first, figures]));
      });
    });
  });
  await page.locator("ben-monitor input[type=file]").setInputFiles([csv("groot.csv", large())]);
  const [code, first, figures] = await done;
  expect(code).not.toBe("");
  expect(figures).toBeGreaterThan(first);
});

test("vectors find what looking at byte after byte finds", async () => {
  const code = readFileSync(new URL("../../www/generated/find.wasm", import.meta.url));
  const memory = new WebAssembly.Memory({ initial: 4 });
  const { instance } = await WebAssembly.instantiate(code, { core: { memory } });
  const { find } = instance.exports as {
    find(text: number, blocks: number, separator: number, found: number): void;
  };
  const [blocks, to] = [1000, 2 * 65_536];
  const text = new Uint8Array(memory.buffer, 3, 64 * blocks);
  let drawn = 311225;
  for (const at of text.keys()) {
    drawn = (Math.imul(drawn, 1_103_515_245) + 12_345) >>> 0;
    // Mostly what is special, what lies a bit beside it, and what lies beyond ASCII in some blocks.
    const byte = [10, 13, 34, 59, 44, 11, 12, 35, 58, 60, 97, 0][(drawn >>> 16) % 12] ?? 0;
    text[at] = Math.floor(at / 64) % 3 === 0 && (drawn >>> 8) % 40 === 0 ? byte | 128 : byte;
  }
  for (const separator of [59, 44, 9]) {
    find(3, blocks, separator, to);
    const found = new DataView(memory.buffer, to);
    for (let block = 0; block < blocks; block += 1) {
      let mask = 0n;
      const bytes = text.subarray(64 * block, 64 * block + 64);
      bytes.forEach((byte, at) => {
        if ([separator, 10, 13, 34].includes(byte)) mask |= 1n << BigInt(at);
      });
      expect(found.getBigUint64(16 * block, true)).toBe(mask);
      expect(found.getBigUint64(16 * block + 8, true) !== 0n).toBe(bytes.some((byte) => byte > 127));
    }
  }
});
