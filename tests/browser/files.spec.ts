// Several files: one added to another, a bad one beside a good one, and two exports compared.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { choose, csv, eventAfter, type GivenFile, open, SAMPLES } from "./page";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const HEADINGS = "casus;regio;aanmelddatum;afsluitdatum;verblijf\n";
const MARCH = csv(
  "maart.csv",
  `${HEADINGS}918271;Twente;1-2-2024;;thuis\n2;Twente;1-2-2024;;thuis\n3;Twente;3-2-2024;;thuis\n4;IJsselland;3-3-2024;;\n`,
);
const APRIL = csv(
  "april.csv",
  `${HEADINGS}918271;Twente;1-2-2024;;thuis\n2;Twente;1-2-2024;5-4-2024;thuis\n3;Twente;3-2-2024;;pleeggezin\n5;IJsselland;7-4-2024;;thuis\n`,
);
const BAD = csv("adressen.csv", "kleur;merk\nrood;fiets\n");

const cases = (page: Page) => page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases);
const names = (page: Page) =>
  page.evaluate(() => document.querySelector("ben-monitor")?.report?.sources.map(({ name }) => name));

/** Adds a file; answers with the number of cases, or with the code of what was thrown. */
function add(page: Page, { name, buffer }: GivenFile): Promise<number | string | undefined> {
  return page.evaluate(
    ([name, text]) =>
      document
        .querySelector("ben-monitor")
        ?.add(new File([text], name))
        .then((report) => report.cases.used)
        .catch((thrown: { code: string }) => thrown.code),
    [name, buffer.toString()] as const,
  );
}

test("a bad file beside a good one is told by name, and the good one is shown", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    document.addEventListener("ben-error", (event) => heard.push((event as CustomEvent).detail));
  });
  await choose(page, [BAD, MARCH]);
  expect(await cases(page)).toMatchObject({ read: 4, used: 4 });
  expect(await names(page)).toEqual(["maart.csv"]);
  const told = page.getByRole("alert");
  await expect(told).toContainText("adressen.csv");
  const refused = await page.evaluate(() =>
    document.querySelector("ben-monitor")?.refused.map(({ code, source }) => ({ code, source })),
  );
  expect(refused).toEqual([{ code: "clean.no-known-columns", source: "adressen.csv" }]);
  expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([
    { code: "clean.no-known-columns", params: { columns: 2 } },
  ]);
  await page.getByRole("button", { name: "Sluit melding" }).click();
  await expect(told).toHaveCount(0);
});

test("when no file can be read, load rejects and what was shown stays", async ({ page }) => {
  await open(page);
  await choose(page, [MARCH]);
  const input = page.locator("ben-monitor input[type=file]");
  await eventAfter(page, "ben-error", () => input.setInputFiles([BAD, csv("leeg.csv", "")]));
  await expect(page.getByRole("alert")).toContainText("adressen.csv");
  expect(await names(page)).toEqual(["maart.csv"]);
});

test("a further file is read beside the first, or nothing changes", async ({ page }) => {
  await open(page);
  await choose(page, [MARCH]);
  expect(await add(page, BAD)).toBe("clean.no-known-columns");
  expect(await names(page)).toEqual(["maart.csv"]);
  expect(await add(page, APRIL)).toBe(5);
  expect(await cases(page)).toMatchObject({ read: 8, used: 5, excluded: 3 });
  expect(await names(page)).toEqual(["maart.csv", "april.csv"]);
  // The same file again has no place of its own.
  expect(await add(page, { ...APRIL, name: "kopie.csv" })).toBe(5);
  expect(await names(page)).toEqual(["maart.csv", "april.csv"]);
  const codes = await page.evaluate(() =>
    document.querySelector("ben-monitor")?.findings.map(({ code }) => code),
  );
  expect(codes).toEqual(expect.arrayContaining(["case-double", "case-double-differs", "file-double"]));
});

test("two exports are compared by a button, swapped by another", async ({ page }) => {
  await open(page);
  await choose(page, [APRIL, MARCH]);
  const panel = page.locator("ben-monitor-compare");
  await expect(panel).toContainText("Oud: maart.csv. Nieuw: april.csv.");
  await panel.getByRole("button", { name: "Vergelijk" }).press("Enter");
  const row = (name: string) => panel.getByRole("row", { name }).getByRole("cell");
  await expect(row("Alle zaken")).toHaveText(["1", "1", "1", "1", "1"]);
  await expect(row("Twente")).toHaveText(["0", "1", "1", "0", "1"]);
  await panel.getByRole("button", { name: "Wissel oud en nieuw" }).click();
  await expect(panel.getByRole("table")).toContainText("van april.csv naar maart.csv");
  await expect(row("Alle zaken")).toHaveText(["1", "0", "2", "1", "1"]);
  await page.evaluate(AXE);
  const faults = await page.evaluate(() =>
    (window as unknown as { axe: typeof import("axe-core") }).axe
      .run("ben-monitor")
      .then(({ violations }: AxeResults) => violations.map(({ id }) => id)),
  );
  expect(faults).toEqual([]);
  expect(
    await page.evaluate(() => document.querySelector("ben-monitor")?.shadowRoot?.innerHTML),
  ).not.toContain("918271");
});

test("compare answers with counts, and refuses what can't be compared", async ({ page }) => {
  await open(page);
  await choose(page, [MARCH, APRIL]);
  const answer = (older: number, newer: number) =>
    page.evaluate(
      ([older, newer]) =>
        document
          .querySelector("ben-monitor")
          ?.compare(older, newer)
          .catch((thrown: { code: string }) => thrown.code),
      [older, newer] as const,
    );
  expect(await answer(0, 1)).toMatchObject({
    older: { source: 0, name: "maart.csv", cases: 4, withoutNumber: 0, latest: "2024-03-03" },
    total: { new: 1, closed: 1, changed: 1, gone: 1, same: 1 },
  });
  expect(await answer(0, 7)).toBe("request.malformed");
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.overlaps)).toEqual([
    { older: 0, newer: 1, shared: 3 },
  ]);
  await choose(page, SAMPLES);
  await expect(page.locator("ben-monitor-compare")).toHaveCount(0);
});
