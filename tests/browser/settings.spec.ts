// The settings: what they change, what they refuse, and where they are kept.
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import { choose, csv, eventAfter, open, SAMPLES } from "./page";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Instellingen" });
const rendered = (page: Page, act: () => Promise<unknown>) => eventAfter(page, "ben-rendered", act);
const saved = (page: Page) => page.evaluate(() => document.querySelector("ben-monitor")?.save());
const ids = (page: Page) =>
  page.evaluate(() => document.querySelector("ben-monitor")?.report?.indicators.map(({ id }) => id) ?? []);
const bands = (page: Page) =>
  page.evaluate(() =>
    document
      .querySelector("ben-monitor")
      ?.report?.indicators.find(({ id }) => id === "leeftijd")
      ?.rows?.map(({ code }) => code),
  );

async function openSettings(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Instellingen" }).click();
  await expect(dialog(page)).toBeVisible();
}

const apply = (page: Page) =>
  rendered(page, () => dialog(page).getByRole("button", { name: "Toepassen" }).click());

test.beforeEach(async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
});

test("age bands and lead-time bands of one's own, and back to the standard", async ({ page }) => {
  const before = await bands(page);
  await openSettings(page);
  await dialog(page).getByLabel("Leeftijdsgroepen").fill("12, 18");
  await expect(dialog(page)).toContainText("Dit worden: 0–11, 12–17 en 18 jaar en ouder.");
  await dialog(page).getByLabel("Doorlooptijd in groepen").fill("1 2 12");
  await apply(page);
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Instellingen" })).toBeFocused();
  expect(await bands(page)).toHaveLength(3);
  expect((await saved(page))?.settings).toEqual({ ageBands: [12, 18], leadTimeBands: [1, 2, 12] });
  await openSettings(page);
  await dialog(page).getByRole("button", { name: "Alles op standaard" }).click();
  await apply(page);
  expect(await bands(page)).toEqual(before);
  expect((await saved(page))?.settings).toEqual({});
});

test("what can't be is told in a plain sentence, and changes nothing", async ({ page }) => {
  const before = await bands(page);
  await openSettings(page);
  const ages = dialog(page).getByLabel("Leeftijdsgroepen");
  for (const wrong of ["", "twaalf", "12, 9", "9, 9", "0, 4", "4, 99", "4.5"]) {
    await ages.fill(wrong);
    await dialog(page).getByRole("button", { name: "Toepassen" }).click();
    await expect(ages).toHaveAccessibleDescription(/Schrijf hele leeftijden/);
    await expect(ages).toBeFocused();
  }
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  expect(await bands(page)).toEqual(before);
});

test("figures can be left out and moved by buttons; the focus goes along", async ({ page }) => {
  await openSettings(page);
  await dialog(page).getByRole("checkbox", { name: "Gemeente" }).uncheck();
  const up = dialog(page).getByRole("button", { name: "Problematiek omhoog", exact: true });
  await up.focus();
  const places = await dialog(page).locator(".order li").count();
  for (let step = 0; step < places; step += 1) await page.keyboard.press("Enter");
  await expect(up).toBeFocused();
  await expect(dialog(page).getByRole("listitem").first()).toContainText("Problematiek");
  await apply(page);
  const shown = await ids(page);
  expect(shown).not.toContain("gemeente");
  expect(shown[0]).toBe("problematiek");
  // The first section is the one of the figure that was put first.
  const section = page.locator("ben-monitor .sec").first();
  await expect(section).toHaveText("Problematiek");
  // What was left out can be put back.
  await openSettings(page);
  await expect(dialog(page).getByRole("checkbox", { name: "Gemeente" })).not.toBeChecked();
});

test("shares of all answers, unknown ones included", async ({ page }) => {
  await openSettings(page);
  await dialog(page)
    .getByRole("radio", { name: /alle aanmeldingen/ })
    .check();
  await apply(page);
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.shareOf)).toBe("all");
});

test("the reference date is a setting, and stays in the report", async ({ page }) => {
  await openSettings(page);
  await dialog(page).getByLabel("Peildatum").fill("2025-06-30");
  await apply(page);
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.referenceDate)).toBe(
    "2025-06-30",
  );
  expect((await saved(page))?.referenceDate).toBe("2025-06-30");
});

test("a profile is made of rules in words", async ({ page }) => {
  await openSettings(page);
  const part = dialog(page).locator("ben-monitor-profiles");
  await part.getByRole("button", { name: "Doelgroep erbij" }).click();
  await page.keyboard.type("Jong met trauma");
  const profile = part.locator("details").last();
  await profile.getByRole("button", { name: "Regel erbij" }).click();
  await profile.getByRole("button", { name: "Voeg toe" }).click();
  await expect(profile.getByRole("alert")).toContainText("Kies minstens één antwoord");
  await profile.getByRole("checkbox", { name: "Trauma", exact: true }).check();
  await profile.getByRole("checkbox", { name: /^Hechting/ }).check();
  await profile.getByLabel("Minstens zoveel hiervan").fill("2");
  await profile.getByRole("button", { name: "Voeg toe" }).click();
  await expect(profile.locator(".rules")).toContainText("minstens 2 van Trauma, Hechting");
  await profile.getByRole("button", { name: "Regel erbij" }).click();
  await profile.getByLabel("Vraag").selectOption({ label: "Leeftijd" });
  await profile.getByLabel("Van leeftijd").fill("8");
  await profile.getByLabel("Tot en met leeftijd").fill("12");
  await profile.getByRole("button", { name: "Voeg toe" }).click();
  await expect(profile.locator(".rules")).toContainText("Leeftijd van 8 tot en met 12");
  expect(await faults(page)).toEqual([]);
  await apply(page);
  const { profiles = [] } = (await saved(page))?.settings ?? {};
  expect(profiles.at(-1)).toEqual({
    id: "profiel_1",
    label: "Jong met trauma",
    all: [
      { field: "problemen", values: ["trauma", "hechting"], least: 2 },
      { field: "leeftijd", from: 8, to: 12 },
    ],
  });
});

test("settings go with the recept and with save, and never into the address", async ({ page }) => {
  await openSettings(page);
  await dialog(page).getByLabel("Leeftijdsgroepen").fill("12");
  await apply(page);
  const summary = page.locator("ben-monitor-reading summary").first();
  if (!(await summary.evaluate((one) => (one.parentElement as HTMLDetailsElement).open)))
    await summary.click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Bewaar als recept" }).click();
  const recept = readFileSync(await (await waiting).path(), "utf8");
  expect(JSON.parse(recept).settings).toEqual({ ageBands: [12] });
  const state = await saved(page);
  expect(page.url()).not.toContain("12,");
  expect(new URL(page.url()).hash).toBe("");

  await open(page);
  await choose(page, SAMPLES);
  expect(await bands(page)).not.toHaveLength(2);
  const input = page.locator("ben-monitor input[type=file]");
  await rendered(page, () =>
    input.setInputFiles({ name: "recept.json", mimeType: "application/json", buffer: Buffer.from(recept) }),
  );
  expect(await bands(page)).toHaveLength(2);

  await open(page);
  await page.evaluate((given) => document.querySelector("ben-monitor")?.restore(given as never), state);
  await choose(page, [csv("jong.csv", "casusnummer;aanmelddatum;leeftijd\n1;1-1-2024;11\n2;1-2-2024;15\n")]);
  expect(await bands(page)).toHaveLength(2);
});

for (const width of [1280, 320]) {
  test(`axe-core finds no fault in the settings at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await openSettings(page);
    expect(await faults(page)).toEqual([]);
    const wide = await dialog(page).evaluate((one) => one.getBoundingClientRect().right - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
}
