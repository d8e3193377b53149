// What anyone can see of where the figures are made: the requests since a file was chosen, the build, and a page for
// the privacy officer.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import { choose, open, SAMPLES } from "./page";

const WORKBOOK = fileURLToPath(new URL("../fixtures/sheets/ijsselland-2024.xlsx", import.meta.url));

const panel = (page: Page) => page.locator("ben-monitor-trust");
const count = (page: Page) => panel(page).locator("[data-count]");

test("counts what was asked of the network since the file was chosen", async ({ page }) => {
  await open(page);
  await panel(page).locator("summary").click();
  await expect(panel(page)).toContainText("Probeer het maar: zet de wifi uit");
  await expect(count(page)).toHaveCount(0);
  await choose(page, SAMPLES);
  await expect(count(page)).toHaveAttribute("data-count", "0");
  await expect(count(page)).toContainText("0 keer");
  // What the page around it asks is counted, and told apart.
  await page.evaluate(() => fetch("/tests/icon.svg?x").then((answer) => answer.text()));
  await expect(count(page)).toHaveAttribute("data-count", "1");
  await expect(panel(page)).toContainText("127.0.0.1");
});

test("parts of the program that come with a workbook are told to be that", async ({ page }) => {
  const asked: string[] = [];
  await open(page);
  page.on("request", (request) => asked.push(request.url()));
  await choose(page, [WORKBOOK]);
  await panel(page).locator("summary").click();
  await expect(count(page)).toHaveAttribute("data-count", `${asked.length}`);
  expect(asked.length).toBeGreaterThan(1);
  await expect(panel(page)).toContainText(
    `Daarvan ${asked.length} keer een onderdeel van dit programma zelf.`,
  );
});

test("names the build that the list of hashes names, and a page for the privacy officer", async ({
  page,
}) => {
  await open(page);
  await panel(page).locator("summary").click();
  const { build } = JSON.parse(
    readFileSync(fileURLToPath(new URL("../../pkg/integrity.json", import.meta.url)), "utf8"),
  );
  await expect(panel(page).locator("code")).toHaveText(build);
  expect(await faults(page)).toEqual([]);
  const address = await panel(page).getByRole("link").getAttribute("href");
  await page.goto(address ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("privacyfunctionaris");
  expect(await faults(page)).toEqual([]);
});

test("nothing is kept of what the page asks before there is something to count", async ({ page }) => {
  await page.addInitScript(() => {
    const watched: unknown[] = [];
    Object.assign(window, { watched });
    const { observe } = PerformanceObserver.prototype;
    PerformanceObserver.prototype.observe = function (options) {
      if (options?.type === "resource") watched.push(options.type);
      observe.call(this, options);
    };
  });
  const watched = () => page.evaluate(() => (window as unknown as { watched: unknown[] }).watched.length);
  await page.goto("/tests/publication.html");
  await expect(page.locator("ben-monitor .trusted")).toContainText("geen gegevens van kinderen");
  expect(await watched()).toBe(0);
  await open(page);
  await expect(panel(page)).toBeVisible();
  expect(await watched()).toBe(0);
  await choose(page, SAMPLES);
  expect(await watched()).toBe(1);
});

test("a publication tells that there are no data of children, and no count", async ({ page }) => {
  await page.goto("/tests/publication.html");
  await expect(page.locator("ben-monitor canvas").first()).toBeVisible();
  await expect(page.locator("ben-monitor .trusted")).toContainText("geen gegevens van kinderen");
  await expect(count(page)).toHaveCount(0);
});

test("the tokens of a site's own design hold in the light, what it sets for the element before them", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page);
  const ink = () => page.locator("ben-monitor .el").evaluate((one) => getComputedStyle(one).color);
  const set = (name: string, value: string) =>
    page.evaluate((given) => document.documentElement.style.setProperty(...given), [name, value] as [
      string,
      string,
    ]);
  await set("--basis-color-default-color-default", "rgb(1, 2, 3)");
  expect(await ink()).toBe("rgb(1, 2, 3)");
  await set("--utrecht-document-color", "rgb(4, 5, 6)");
  expect(await ink()).toBe("rgb(4, 5, 6)");
  await set("--ben-ink", "rgb(7, 8, 9)");
  expect(await ink()).toBe("rgb(7, 8, 9)");
  await page.evaluate(() => document.documentElement.style.removeProperty("--ben-ink"));
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await ink()).toBe("rgb(232, 237, 242)");
});
