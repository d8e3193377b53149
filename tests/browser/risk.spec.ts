// How recognisable the children in the files are: told when it is asked, in nobody's way.
import { expect, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import { choose, csv, eventAfter, open, SAMPLES } from "./page";

const panel = (page: Page) => page.locator("ben-monitor .risk");

async function shown(page: Page, title = /^Hoe herkenbaar zijn de kinderen/): Promise<void> {
  await panel(page).getByText(title).click();
  await expect(panel(page).getByRole("table").first()).toBeVisible();
}

test("says how many children are unique, why, and what to do, once it is opened", async ({
  page,
  context,
}) => {
  await open(page);
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  await choose(page, SAMPLES);
  await expect(panel(page).getByRole("table")).toHaveCount(0);
  await shown(page);
  const risk = await page.evaluate(() => document.querySelector("ben-monitor")?.risk());
  if (!risk) throw new Error("no risk");
  expect(risk.cases).toBe(190);
  for (const text of [risk.title, risk.text, risk.meaning, risk.because])
    await expect(panel(page)).toContainText(text);
  for (const advice of risk.advice) await expect(panel(page)).toContainText(advice);
  const tables = panel(page).getByRole("table");
  const { unique, under10 } = risk.groups;
  const counts = tables.first().getByRole("row").nth(1).getByRole("cell");
  await expect(counts).toHaveText([unique, under10 - unique, 190 - under10].map((count) => `${count}`));
  await expect(tables.nth(1).getByRole("row")).toHaveCount(risk.causes.length + 1);
  const gender = risk.splits.website.find(({ field }) => field === "geslacht");
  const offered = tables.nth(2).getByRole("row", { name: /^Geslacht/ });
  await expect(offered.getByRole("cell").last()).toHaveText(gender?.mayOffer ? "ja" : "nee");
  expect(asked).toEqual([]);
});

test("what was opened follows other files and another language, and closes again", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await shown(page);
  await expect(panel(page)).toContainText("van de 190 kinderen in deze bestanden");
  const rows = [
    "a;2024-01-03;Zwolle;12;meisje",
    "b;2024-01-03;Zwolle;12;meisje",
    "c;2024-02-03;Zwolle;12;jongen",
  ];
  const file = csv("klein.csv", ["casus;aanmelddatum;gemeente;leeftijd;geslacht", ...rows].join("\n"));
  await choose(page, [file]);
  await expect(panel(page)).toContainText("1 van de 3 kinderen in dit bestand (33 procent) is uniek");
  await page.evaluate(() => document.querySelector("ben-monitor")?.setAttribute("lang", "en"));
  await expect(panel(page)).toContainText("1 of the 3 children in this file (33 percent) is unique");
  await panel(page).getByText("How recognisable are the children in this file?").click();
  await expect(panel(page).getByRole("table")).toHaveCount(0);
});

test("a filter is still asked and shown while it is open", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await shown(page);
  const told = (await panel(page).locator(".lead").textContent()) ?? "";
  expect(told).toMatch(/^\d+ van de 190 kinderen/);
  await eventAfter(page, "ben-rendered", () =>
    page.evaluate(() =>
      document.querySelector("ben-monitor")?.setFilter([{ field: "regio", values: ["Twente"] }]),
    ),
  );
  // The risk is of the files, whatever is selected of them.
  await expect(panel(page).locator(".lead")).toHaveText(told);
});

test("a panel that cannot be asked says so, and can be asked again", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await page.evaluate(() => {
    const element = document.querySelector("ben-monitor");
    if (!element) return;
    const asked = element.risk;
    element.risk = () => {
      element.risk = asked;
      return Promise.reject(new Error("no"));
    };
  });
  await panel(page)
    .getByText(/^Hoe herkenbaar/)
    .click();
  await expect(panel(page)).toContainText("Dit is niet gelukt.");
  await panel(page).getByRole("button", { name: "Opnieuw proberen" }).click();
  await expect(panel(page).getByRole("table").first()).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe-core finds no fault in the open panel (${colorScheme}), and nothing sticks out`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page);
    await choose(page, SAMPLES);
    await shown(page);
    expect(await faults(page)).toEqual([]);
    for (const lang of ["nl", "en"]) {
      await page.evaluate((tag) => document.querySelector("ben-monitor")?.setAttribute("lang", tag), lang);
      await expect(panel(page)).toContainText(lang === "en" ? "Legal measure" : "Maatregel");
      // The page would hide what sticks out of the element.
      const beyond = await panel(page).evaluate((section) => {
        const { right } = section.getBoundingClientRect();
        const within = [...section.querySelectorAll("table, p, ul, svg")];
        return within.map((one) => one.getBoundingClientRect().right - right).filter((past) => past > 0);
      });
      expect(beyond).toEqual([]);
    }
  });
}
