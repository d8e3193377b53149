// Workbooks: read as the CSV of the same cases, by files that are fetched for the first workbook and not before.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { choose, drop, eventAfter, open, SAMPLES, watchComplaints, watchPolicy } from "./page";

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/sheets/${name}`, import.meta.url));
const given = (name: string, path: string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: readFileSync(path),
});

test("a dropped workbook gives the figures of its CSV, with only the reader of workbooks fetched", async ({
  page,
  context,
}) => {
  const breaches = await watchPolicy(page);
  const complaints = watchComplaints(page);
  await open(page);
  const asked: string[] = [];
  context.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await choose(page, SAMPLES.slice(0, 1));
  const figures = () =>
    page.evaluate(() => JSON.stringify(document.querySelector("ben-monitor")?.report?.indicators));
  const ofCsv = await figures();
  expect(asked).toEqual([]);
  await page.evaluate(() => document.querySelector("ben-monitor")?.forget());
  await page.evaluate(() => document.querySelector("ben-monitor")?.ready);
  asked.length = 0;
  await drop(page, [fixture("ijsselland-2024.xlsx")]);
  expect(await figures()).toBe(ofCsv);
  const ours = /\/ben-monitor-(workbook-\w+\.js|chunk-\w+\.js|sheets\.js|sheets_bg\.wasm)$/;
  expect(asked.filter((path) => !ours.test(path))).toEqual([]);
  expect(asked.some((path) => path.endsWith("/ben-monitor-sheets_bg.wasm"))).toBe(true);
  expect(await breaches()).toEqual([]);
  expect(complaints).toEqual([]);
});

test("sheets with the same columns are read together, and others can be chosen by keyboard", async ({
  page,
}) => {
  await open(page);
  await choose(page, [given("jaren.csv", fixture("years.xlsx"))]);
  const sources = () => page.evaluate(() => document.querySelector("ben-monitor")?.report?.sources);
  // Its name says CSV; its bytes do not.
  expect(await sources()).toEqual([
    { name: "jaren.csv, 2023", cases: 5 },
    { name: "jaren.csv, 2024", cases: 7 },
  ]);
  const summary = page.getByText("jaren.csv: tabbladen 2023 en 2024 gelezen");
  await summary.focus();
  await page.keyboard.press("Enter");
  const sheets = page.getByRole("group", { name: "Tabbladen van jaren.csv" });
  await expect(sheets.getByRole("checkbox")).toHaveCount(4);
  await expect(sheets.getByRole("checkbox", { name: /2024/ })).toBeChecked();
  await expect(sheets.getByRole("checkbox", { name: /Telling.*3 rijen/ })).not.toBeChecked();
  await expect(page.getByText("Verborgen en niet gelezen: Oud en Geheim.")).toBeVisible();
  await sheets.getByRole("checkbox", { name: /2023/ }).focus();
  await page.keyboard.press("Space");
  await eventAfter(page, "ben-rendered", async () => {
    await page.getByRole("button", { name: "Lees deze tabbladen" }).focus();
    await page.keyboard.press("Enter");
  });
  expect(await sources()).toEqual([{ name: "jaren.csv, 2024", cases: 7 }]);
  await sheets.getByRole("checkbox", { name: /2024/ }).uncheck();
  await page.getByRole("button", { name: "Lees deze tabbladen" }).click();
  await expect(page.getByText("Kies minstens één tabblad.")).toBeVisible();
});

test("every format is read, and figures are not lost when another file is read first", async ({ page }) => {
  await open(page);
  for (const end of ["xls", "xlsb", "ods"]) {
    await choose(page, [SAMPLES[1] ?? "", fixture(`ijsselland-2024.${end}`)]);
    const cases = await page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.read);
    expect(cases, end).toBe(190);
  }
});

const whole = () => readFileSync(fixture("years.xlsx"));
const damaged = () => {
  // A number of strings that would take more memory than there is, where it can't be seen beforehand.
  const bytes = readFileSync(fixture("years.xls"));
  bytes.fill(0xff, 0x1000, 0x1400);
  return bytes;
};
const refused: [string, Buffer, string, RegExp][] = [
  ["half a workbook", whole().subarray(0, 4000), "sheets.damaged", /sla het opnieuw op/],
  ["a workbook full of rubbish", damaged(), "sheets.damaged", /sla het opnieuw op/],
  [
    "a zip of something else",
    Buffer.from(`PK\x05\x06${"\0".repeat(18)}`, "latin1"),
    "sheets.not-a-workbook",
    /ander soort/,
  ],
];
for (const [what, buffer, code, sentence] of refused) {
  test(`${what} is refused in a sentence, and the element stays usable`, async ({ page }) => {
    const complaints = watchComplaints(page);
    await open(page);
    const input = page.locator("ben-monitor input[type=file]");
    const file = { name: "werkmap.xlsx", mimeType: "", buffer };
    const detail = await eventAfter<{ code: string }>(page, "ben-error", () => input.setInputFiles(file));
    expect(detail.code).toBe(code);
    await expect(page.getByRole("alert")).toContainText(sentence);
    await expect(page.getByRole("alert")).toContainText("werkmap.xlsx");
    await choose(page, [fixture("years.xlsx")]);
    expect(complaints).toEqual([]);
  });
}

test("without its reader a workbook is refused, and a CSV is not", async ({ page }) => {
  await page.route(/ben-monitor-sheets/, (route) => route.fulfill({ status: 404, body: "" }));
  await open(page);
  const input = page.locator("ben-monitor input[type=file]");
  const detail = await eventAfter<{ code: string }>(page, "ben-error", () =>
    input.setInputFiles(fixture("years.xlsx")),
  );
  expect(detail.code).toBe("element.incomplete");
  await expect(page.getByRole("alert")).toContainText("beheerder");
  await choose(page, SAMPLES);
});
