// Files that are no monitor file: a Dutch sentence with what is wrong and what to do, and an element that stays usable.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { choose, csv, eventAfter, type GivenFile, open, SAMPLES } from "./page";

const PNG = Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex");

const refused: [string, GivenFile, string][] = [
  ["an empty file", csv("leeg.csv", ""), "intake.empty"],
  ["nothing but white space", csv("wit.csv", "\r\n \r\n\r\n"), "intake.empty"],
  ["a picture renamed to .csv", csv("foto.csv", Buffer.concat([PNG, Buffer.alloc(5000)])), "intake.not-text"],
  ["a header alone", csv("kop.csv", "aanmelddatum;leeftijd;geslacht\n"), "clean.no-cases"],
  [
    "none of our columns",
    csv("adressen.csv", "kleur;merk\nrood;fiets\nblauw;auto\n"),
    "clean.no-known-columns",
  ],
  ["one row without end", csv("regel.csv", Buffer.alloc(4 << 20, "a")), "intake.row-too-long"],
  [
    "a workbook renamed to .csv",
    csv("werkmap.csv", "PK\x03\x04\x14\0\x06\0xl/workbook.xml"),
    "sheets.damaged",
  ],
];

for (const [what, file, code] of refused) {
  test(`${what} is refused in a sentence, and the element stays usable`, async ({ page }) => {
    await open(page);
    const input = page.locator("ben-monitor input[type=file]");
    const detail = await eventAfter<{ code: string }>(page, "ben-error", () => input.setInputFiles(file));
    expect(detail.code).toBe(code);
    const error = page.getByRole("alert");
    await expect(error).toContainText(file.name);
    const text = (await error.textContent()) ?? "";
    expect(text.length).toBeGreaterThan(60);
    expect(text).not.toContain(code);
    await choose(page, SAMPLES);
    await expect(error).toHaveCount(0);
    expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.read)).toBe(190);
  });
}

test("a refused file leaves the earlier figures, and says so", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const input = page.locator("ben-monitor input[type=file]");
  await eventAfter(page, "ben-error", () => input.setInputFiles(csv("leeg.csv", "")));
  await expect(page.getByRole("alert")).toContainText("vorige bestand");
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.read)).toBe(190);
  await page.getByRole("button", { name: "Sluit melding" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  const counted = await page.evaluate(() =>
    document
      .querySelector("ben-monitor")
      ?.setFilter([])
      .then((report) => report.cases.read),
  );
  expect(counted).toBe(190);
});

test("load rejects with code and params", async ({ page }) => {
  await open(page);
  const error = await page.evaluate(() =>
    document
      .querySelector("ben-monitor")
      ?.load(new File(["x".repeat(3 << 20)], "regel.csv"))
      .catch((thrown: Error & { code: string; params: object; position: object }) => ({
        isError: thrown instanceof Error,
        code: thrown.code,
        params: thrown.params,
        position: thrown.position,
      })),
  );
  expect(error).toMatchObject({
    isError: true,
    code: "intake.row-too-long",
    params: { limit: expect.any(Number) },
  });
});

test("NUL bytes and rows too short or too long are read, and reported with their rows", async ({ page }) => {
  await open(page);
  const text = "aanmelddatum;leeftijd;geslacht\n1-1-2024;12;j\0ongen\n2-1-2024\n3-1-2024;13;meisje;te veel\n";
  await choose(page, [csv("rafel.csv", text)]);
  const found = await page.evaluate(() =>
    document.querySelector("ben-monitor")?.findings.map(({ code, rows }) => ({ code, rows })),
  );
  expect(found).toEqual(
    expect.arrayContaining([
      { code: "nul-bytes", rows: [2] },
      { code: "row-short", rows: [3] },
      { code: "row-long", rows: [4] },
    ]),
  );
  await page.locator("ben-monitor-reading summary").first().click();
  await expect(page.getByText("Nakijken").first()).toBeVisible();
});

test("a finding never holds a cell's value", async ({ page }) => {
  await open(page);
  await choose(page, [
    csv("geheim.csv", "aanmelddatum;leeftijd;geslacht\nGEHEIM1;GEHEIM2;GEHEIM3\n1-1-2024;12;m\n"),
  ]);
  const told = await page.evaluate(() => JSON.stringify(document.querySelector("ben-monitor")?.findings));
  expect(told).toContain("date-unreadable");
  expect(told).not.toContain("GEHEIM");
});

test("an address that gives nothing is told", async ({ page }) => {
  await open(page);
  await page.evaluate(() =>
    document
      .querySelector("ben-monitor")
      ?.load("/bestaat-niet.csv")
      .catch(() => undefined),
  );
  await expect(page.getByRole("alert")).toContainText("geeft geen bestand");
});

test("the sample of the demo page is one click away", async ({ page }) => {
  await open(page, "/");
  await eventAfter(page, "ben-rendered", () =>
    page.getByRole("button", { name: /IJsselland en Twente/ }).click(),
  );
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.read)).toBe(190);
  expect(readFileSync(SAMPLES[0] ?? "").length).toBeGreaterThan(1000);
});
