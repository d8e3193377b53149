// What the page makes of a publication without the core: bytes as the core's own, and the hash. Runs in node.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { ownSha256, sha256 } from "../../www/src/publication/sha256";
import { bytesOf } from "../../www/src/publication/wire";

const file = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

test("a report's bytes are those that the core makes", () => {
  const report = JSON.parse(file("fixtures/publications/every-value.json"));
  const hex = Buffer.from(bytesOf(report) ?? []).toString("hex");
  expect(hex).toBe(file("fixtures/publications/every-value.hex").replaceAll("\n", ""));
});

test("what is no protected report has no bytes", () => {
  const report = () => JSON.parse(file("fixtures/publications/every-value.json"));
  const without = (change: (report: { indicators: object[] }) => unknown) => {
    const changed = report();
    change(changed);
    return bytesOf(changed);
  };
  expect(without(({ indicators }) => Object.assign(indicators[0] ?? {}, { n: -1 }))).toBeNull();
  expect(without(({ indicators }) => Object.assign(indicators[0] ?? {}, { n: 1.5 }))).toBeNull();
  expect(without(({ indicators }) => Object.assign(indicators[0] ?? {}, { kind: "threads" }))).toBeNull();
  expect(without(({ indicators }) => Object.assign(indicators[0] ?? {}, { rows: "none" }))).toBeNull();
  expect(
    without(({ indicators }) => Object.assign(indicators[0] ?? {}, { missingStatus: "secret" })),
  ).toBeNull();
  expect(without((all) => Object.assign(all, { indicators: [null] }))).toBeNull();
  expect(bytesOf({} as never)).toBeNull();
});

test("the hash is SHA-256, by the browser and by ourselves", async () => {
  for (const length of [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 1000, 60_000]) {
    const text = "één ".repeat(length).slice(0, length);
    const right = createHash("sha256").update(text).digest("hex");
    expect(await sha256(text), `${length}`).toBe(right);
    expect(ownSha256(new TextEncoder().encode(text)), `${length}`).toBe(right);
  }
});
