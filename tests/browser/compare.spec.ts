// Two selections beside each other: what is chosen, what is shown, and the way back.
import { expect, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import { choose, csv, eventAfter, open, SAMPLES } from "./page";

const element = "ben-monitor";
const rendered = (page: Page, act: () => Promise<unknown>) => eventAfter(page, "ben-rendered", act);
const count = (page: Page) => page.locator(`${element} .asking .count`);

const report = (page: Page) =>
  page.evaluate(() => {
    const { filter = [], against } = document.querySelector("ben-monitor")?.report ?? {};
    return {
      filter,
      against: against && { filter: against.filter, rest: against.rest, selected: against.selected },
    };
  });

async function ready(page: Page): Promise<void> {
  await open(page);
  await choose(page, SAMPLES);
}

async function compare(page: Page, by: string, first?: string, second?: string): Promise<void> {
  await page.getByRole("button", { name: "Vergelijken", exact: true }).click();
  await page.locator(`${element} select[name=by]`).selectOption({ label: by });
  if (first) await page.locator(`${element} select[name=first]`).selectOption({ label: first });
  if (second) await page.locator(`${element} select[name=second]`).selectOption({ label: second });
  await rendered(page, () => page.getByRole("button", { name: "Zet naast elkaar" }).click());
}

test("region beside region: both n in the bar, and both columns in the tables", async ({ page }) => {
  await ready(page);
  await compare(page, "Regio", "IJsselland", "Twente");
  expect(await report(page)).toEqual({
    filter: [{ field: "regio", values: ["IJsselland"] }],
    against: { filter: [{ field: "regio", values: ["Twente"] }], selected: 144 },
  });
  await expect(count(page)).toContainText("IJsselland: 46");
  await expect(count(page)).toContainText("Twente: 144");
  await expect(page.getByRole("status").first()).toContainText("46 van 190 aanmeldingen in beeld, naast 144");

  const figure = page
    .locator(`${element} ben-monitor-chart`)
    .filter({ has: page.getByRole("option", { name: /13–16 jaar/ }) })
    .first();
  await figure.getByRole("button", { name: "Toon tabel" }).click();
  const table = figure.getByRole("table").first();
  await expect(table.getByRole("columnheader", { name: "IJsselland" })).toBeVisible();
  await expect(table.getByRole("columnheader", { name: "Verschil in procentpunten" })).toBeVisible();
  // The difference is that of the two shares, each from its own counts.
  const expected = await page.evaluate(() => {
    const { indicators = [], against } = document.querySelector("ben-monitor")?.report ?? {};
    const share = (all: typeof indicators) => {
      const ages = all.find(({ id }) => id === "leeftijd");
      return (ages?.rows?.find(({ code }) => code === "13-16")?.count ?? 0) / (ages?.n ?? 1);
    };
    const points = (share(indicators) - share(against?.indicators ?? [])) * 100;
    const rounded = Math.sign(points) * Math.floor(Math.abs(points) + 0.5);
    return rounded > 0 ? `+${rounded}` : `${rounded}`.replace("-", "−");
  });
  await expect(
    table
      .getByRole("row", { name: /^13–16 jaar/ })
      .getByRole("cell")
      .last(),
  ).toHaveText(expected);
});

test("the chosen group beside all others, and the way back", async ({ page }) => {
  await ready(page);
  await page.getByRole("button", { name: "Vergelijken", exact: true }).click();
  const rest = page.getByRole("radio", { name: /alle andere aanmeldingen/ });
  await expect(rest).toBeDisabled();
  await page.keyboard.press("Escape");
  await page.evaluate(() =>
    document.querySelector("ben-monitor")?.setFilter([{ field: "geslacht", values: ["meisje"] }]),
  );
  await page.getByRole("button", { name: "Vergelijken", exact: true }).click();
  await rest.check();
  await rendered(page, () => page.getByRole("button", { name: "Zet naast elkaar" }).click());
  const { filter, against } = await report(page);
  expect(filter).toEqual([{ field: "geslacht", values: ["meisje"] }]);
  expect(against?.rest).toBe(true);
  await expect(count(page)).toContainText("alle andere aanmeldingen");
  await rendered(page, () => page.getByRole("button", { name: "Stop met vergelijken" }).click());
  expect((await report(page)).against).toBeUndefined();
  expect((await report(page)).filter).toEqual([{ field: "geslacht", values: ["meisje"] }]);
  await rendered(page, () => page.getByRole("button", { name: "Ongedaan maken" }).click());
  expect((await report(page)).against?.rest).toBe(true);
});

test("year beside year, the later one first", async ({ page }) => {
  await open(page);
  const rows = [2022, 2023, 2024].flatMap((year) =>
    [1, 2, 3].map((month) => `${year}${month};1-${month}-${year};${10 + month}`),
  );
  await choose(page, [csv("jaren.csv", ["casusnummer;aanmelddatum;leeftijd", ...rows].join("\n"))]);
  await compare(page, "Jaar van aanmelding");
  expect(await report(page)).toEqual({
    // The last year is not over.
    filter: [{ field: "aanmelddatum", values: ["2023"] }],
    against: { filter: [{ field: "aanmelddatum", values: ["2022"] }], selected: 3 },
  });
});

test("what both share follows a further selection", async ({ page }) => {
  await ready(page);
  await compare(page, "Regio", "IJsselland", "Twente");
  const band = page.getByRole("option", { name: /^13–16 jaar/ }).first();
  await band.focus();
  await rendered(page, () => page.keyboard.press("Enter"));
  const age = { field: "leeftijd", values: ["13-16"] };
  const { filter, against } = await report(page);
  expect(filter).toContainEqual(age);
  expect(against?.filter).toContainEqual(age);
  await expect(page.locator(`${element} .chip`)).toHaveText([/Leeftijd: 13–16 jaar/]);
});

test("axe-core finds no fault while comparing, and nothing sticks out at 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await ready(page);
  await compare(page, "Regio", "IJsselland", "Twente");
  expect(await faults(page)).toEqual([]);
  for (const button of await page.locator(`${element} .foot button`).all()) await button.click();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
