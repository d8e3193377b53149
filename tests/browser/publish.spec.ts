// Making a publication: chosen, checked and saved in the page that has the cases, by keyboard, and nothing else of
// these leaves it.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import {
  choose as chooseAny,
  csv,
  type GivenFile,
  open,
  SAMPLES,
  watchComplaints,
  watchPolicy,
} from "./page";

/** What these tests look at of a publication. */
interface Made {
  preset: string;
  title: string;
  hash: string;
  period: { units: string[] };
  split: { field: string } | null;
  merged: { indicator: string }[];
  leftOut: { text: string }[];
  report: {
    protection: { hidden: number };
    indicators: { id: string; rows?: { label: string; count: number | null }[] }[];
  };
  states: { report: { protection: { hidden: number } } }[];
}

const panel = (page: Page) => page.locator("ben-monitor .publish");
const preview = (page: Page) => panel(page).getByRole("button", { name: "Bekijk vooraf" });
const lead = (page: Page) => panel(page).locator(".lead");

/** With the panel open there is a second field for a file. */
function choose(page: Page, files: string[] | GivenFile[]): Promise<unknown> {
  return chooseAny(page, files, "ben-monitor .el >");
}

async function opened(page: Page, files: string[] | GivenFile[] = SAMPLES): Promise<void> {
  await open(page);
  await choose(page, files);
  await panel(page).locator("summary").first().press("Enter");
  await expect(panel(page).getByRole("option", { name: "Niet uitsplitsen" })).toBeAttached();
  await expect(panel(page)).not.toContainText("Bezig met tellen");
}

/** Goes on by Tab until something with that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const focused = document.querySelector("ben-monitor")?.shadowRoot?.activeElement;
      return `${focused?.closest("label")?.textContent ?? ""} ${focused?.textContent}`;
    });
    if (at.includes(name)) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}

/** Saves as a person does, and gives the text and name of the file. */
async function saved(page: Page): Promise<{ text: string; name: string }> {
  const download = page.waitForEvent("download");
  await panel(page).getByRole("button", { name: "Bewaar publicatie" }).press("Enter");
  const file = await download;
  return { text: readFileSync((await file.path()) ?? "", "utf8"), name: file.suggestedFilename() };
}

function sealed<T extends { hash: string }>(publication: T): string {
  const content = JSON.stringify({ ...publication, hash: "" });
  return JSON.stringify({ ...publication, hash: createHash("sha256").update(content).digest("hex") });
}

for (const preset of ["website", "stuurgroep"] as const) {
  test(`one for the ${preset} is made by keyboard, and opens where publications are shown`, async ({
    page,
    context,
  }) => {
    const breaches = await watchPolicy(page);
    const complaints = watchComplaints(page);
    await open(page);
    const asked: string[] = [];
    context.on("request", (request) => asked.push(request.url()));
    await choose(page, SAMPLES);
    await panel(page).locator("summary").first().press("Enter");
    await expect(panel(page)).toContainText("Alles om dit vak heen is besloten.");
    await expect(panel(page)).not.toContainText("Bezig met tellen");
    await tabTo(page, "Website");
    if (preset === "stuurgroep") await page.keyboard.press("ArrowDown");
    await expect(panel(page).getByRole("radio", { checked: true })).toHaveValue(preset);
    await tabTo(page, "Uitsplitsen naar");
    await page.keyboard.press("ArrowDown");
    await expect(panel(page).getByLabel("Uitsplitsen naar")).toHaveValue("regio");
    await tabTo(page, "Titel");
    await page.keyboard.type("Jeugd in Overijssel");
    await tabTo(page, "Bekijk vooraf");
    await page.keyboard.press("Enter");
    await expect(lead(page)).toContainText("figuren kunnen gepubliceerd worden");
    const events = page.evaluate(
      () => new Promise((resolve) => addEventListener("ben-publish", () => resolve("told"), { once: true })),
    );
    await expect(panel(page).locator(".proposals")).toBeVisible();
    const { text, name } = await saved(page);
    expect(await events).toBe("told");
    expect(name).toBe("publicatie.json");
    const made: Made = JSON.parse(text);
    expect(made).toMatchObject({ preset, title: "Jeugd in Overijssel", split: { field: "regio" } });
    expect(sealed(made)).toBe(text);
    for (const secret of ["verzonnen-", "ijsselland-2024", "twente-2024", ".csv"])
      expect(text.toLowerCase()).not.toContain(secret);
    const least = preset === "website" ? 10 : 5;
    const places = await page.evaluate((under) => {
      const all = document.querySelector("ben-monitor")?.report?.indicators ?? [];
      const rows = all.find(({ id }) => id === "gemeente")?.rows ?? [];
      return rows.flatMap(({ label, count }) => (label && count && count < under ? [label] : []));
    }, least);
    expect(places.length).toBeGreaterThan(5);
    for (const place of places) expect(text).not.toContain(place);
    expect(asked).toEqual([]);
    expect(await breaches()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.route("**/tests/publicatie-website.json", (route) =>
      route.fulfill({ body: text, contentType: "application/json" }),
    );
    await page.goto("/tests/publication.html");
    await expect(page.getByRole("heading", { level: 2 })).toHaveText("Jeugd in Overijssel");
    await expect(page.locator("ben-monitor canvas").first()).toBeVisible();
  });
}

test("what is told of it is what is in it", async ({ page }) => {
  await opened(page);
  await panel(page).getByLabel("Uitsplitsen naar").selectOption("regio");
  await preview(page).press("Enter");
  await expect(panel(page).locator("[data-step]")).toBeFocused();
  await expect(page.locator("ben-monitor [role=status]").last()).toContainText("figuren kunnen gepubliceerd");
  const made: Made = JSON.parse((await saved(page)).text);
  const hidden = [made.report, ...made.states.map(({ report }) => report)].reduce(
    (sum, { protection }) => sum + protection.hidden,
    0,
  );
  expect(hidden).toBeGreaterThan(20);
  await expect(panel(page)).toContainText(`${hidden} van de`);
  await expect(lead(page)).toContainText(
    `${new Set(made.report.indicators.map(({ id }) => id)).size} van de 28`,
  );
  await expect(panel(page).locator(".proposals > li")).toHaveCount(made.merged.length);
  await expect(panel(page).locator(".proposals")).toContainText("Niet samengevoegd: 5 aantallen verborgen.");
  const reasons = new Set(made.leftOut.map(({ text }) => text.slice(text.lastIndexOf(": ") + 2)));
  await expect(panel(page).locator(".reasons > li")).toHaveCount(reasons.size);
  expect(made.leftOut.length).toBeGreaterThan(3 * reasons.size);
  for (const reason of reasons) await expect(panel(page).locator(".reasons")).toContainText(reason.slice(1));
});

test("what is chosen is what is asked: period, figures, split", async ({ page }) => {
  await opened(page);
  const split = panel(page).getByLabel("Uitsplitsen naar");
  await expect(split.locator("option")).toHaveText([
    "Niet uitsplitsen",
    "Regio",
    "Geslacht",
    "Leeftijd",
    "Landsdeel",
  ]);
  await expect(panel(page)).toContainText("minder dan 10 kinderen: Aanmelder, Verblijf, Onderwijs");
  await expect(panel(page)).toContainText("Nooit in een publicatie:");
  await panel(page)
    .getByRole("radio", { name: /^Stuurgroep/ })
    .check();
  await split.selectOption("onderwijs");
  await panel(page)
    .getByRole("radio", { name: /^Website/ })
    .check();
  // The one preset offers it, the other does not.
  await expect(split).toHaveValue("");
  await panel(page).locator("select[name=from]").selectOption("2024-Q2");
  await panel(page).getByText("Welke figuren?").click();
  await panel(page).getByRole("button", { name: "Alles uit" }).click();
  await expect(panel(page)).toContainText("0 van de 28 figuren");
  await preview(page).click();
  await expect(panel(page).getByRole("alert")).toHaveText("Kies ten minste één figuur.");
  await panel(page).locator("input[value=geslacht]").check();
  await panel(page).locator("input[value=leeftijd]").check();
  await preview(page).click();
  await expect(lead(page)).toContainText("Alle 2 figuren");
  const made: Made = JSON.parse((await saved(page)).text);
  expect(made.period.units).toEqual(["2024-Q2", "2024-H2"]);
  expect(made.split).toBeNull();
  expect(made.report.indicators.map(({ id }) => id).sort()).toEqual(["geslacht", "leeftijd"]);
});

test("what is put together can be kept apart, and is looked at again before it is saved", async ({
  page,
}) => {
  await opened(page);
  await panel(page).getByLabel("Uitsplitsen naar").selectOption("regio");
  await preview(page).press("Enter");
  const proposal = panel(page).getByRole("checkbox", { name: /verbergen.*Onderwijs/ });
  const before: Made = JSON.parse((await saved(page)).text);
  expect(before.merged.map(({ indicator }) => indicator)).toContain("onderwijs");
  await proposal.press("Space");
  await expect(panel(page)).toContainText("U hebt iets veranderd.");
  await expect(panel(page).getByRole("button", { name: "Bewaar publicatie" })).toHaveCount(0);
  await panel(page).locator(".stale").getByRole("button", { name: "Bekijk opnieuw" }).press("Enter");
  const after: Made = JSON.parse((await saved(page)).text);
  expect(after.merged.map(({ indicator }) => indicator)).not.toContain("onderwijs");
  expect(after.report.protection.hidden).toBeGreaterThan(before.report.protection.hidden);
  await expect(proposal).toBeChecked();
  await proposal.press("Space");
  await panel(page).locator(".stale").getByRole("button", { name: "Bekijk opnieuw" }).press("Enter");
  expect(JSON.parse((await saved(page)).text).hash).toBe(before.hash);
});

test("a figure that tells too much beside the earlier publication is named, and dropped by a button", async ({
  page,
}) => {
  await opened(page);
  await panel(page)
    .getByRole("radio", { name: /^Stuurgroep/ })
    .check();
  await preview(page).click();
  const earlier: Made = JSON.parse((await saved(page)).text);
  const rows = earlier.report.indicators.find(({ id }) => id === "geslacht")?.rows ?? [];
  const row = rows.find(({ count }) => count !== null);
  if (!row) throw new Error("no row");
  row.count = (row.count ?? 0) + 1;
  const give = (name: string, text: string) =>
    panel(page)
      .locator("input[type=file]")
      .setInputFiles([{ name, mimeType: "application/json", buffer: Buffer.from(text) }]);
  await give("iets.json", "{}");
  await expect(panel(page).locator(".earlier")).toContainText("Dit bestand is geen publicatie");
  await give("veranderd.json", JSON.stringify(earlier));
  await expect(panel(page).locator(".earlier")).toContainText("veranderd of beschadigd");
  await give("publicatie.json", sealed(earlier));
  await expect(panel(page)).toContainText(`Telt mee: ${earlier.title}`);
  await panel(page).locator("button[type=submit]").click();
  const alert = panel(page).locator(".denied");
  await expect(alert).toContainText("zou het figuur ‘Geslacht’ iets over enkele kinderen vertellen");
  await expect(alert).toBeFocused();
  expect(await alert.textContent()).not.toMatch(/\d/);
  await expect(panel(page).getByRole("button", { name: "Bewaar publicatie" })).toHaveCount(0);
  await alert.getByRole("button", { name: "Laat ‘Geslacht’ weg en bekijk opnieuw" }).press("Enter");
  await expect(panel(page)).toContainText("Ook samen met uw vorige publicatie.");
  const made: Made = JSON.parse((await saved(page)).text);
  expect(made.report.indicators.map(({ id }) => id)).not.toContain("geslacht");
  await panel(page).getByRole("button", { name: "Haal weg" }).click();
  await expect(panel(page)).toContainText("U hebt iets veranderd.");
});

test("too few cases are refused in a sentence, and another file begins anew", async ({ page }) => {
  const rows = ["a;2024-01-03;Zwolle;12;meisje", "b;2024-05-03;Zwolle;12;meisje"];
  await opened(page, [
    csv("klein.csv", ["casus;aanmelddatum;gemeente;leeftijd;geslacht", ...rows].join("\n")),
  ]);
  await preview(page).click();
  await expect(panel(page).locator(".denied")).toContainText("minder dan 10 casussen");
  await choose(page, SAMPLES);
  await expect(panel(page).locator(".denied")).toHaveCount(0);
  await preview(page).click();
  await expect(lead(page)).toBeVisible();
  await page.evaluate(() =>
    document.querySelector("ben-monitor")?.setFilter([{ field: "regio", values: ["Twente"] }]),
  );
  // What is filtered around it changes nothing.
  await expect(lead(page)).toBeVisible();
  await expect(page.locator("ben-monitor .private")).toHaveText("Besloten: exacte cijfers, niet om te delen");
});

test("the preview shows the publication, apart from what stands around it", async ({ page }) => {
  await opened(page);
  await panel(page).getByLabel("Uitsplitsen naar").selectOption("regio");
  await preview(page).click();
  await panel(page).getByText("Zo ziet de publicatie eruit").press("Enter");
  const frame = panel(page).locator(".frame");
  await expect(frame).toContainText("Gecontroleerd: geen aantallen onder de 10, afgerond op 5");
  await expect(frame.locator("canvas").first()).toBeVisible();
  const cases = page.locator("ben-monitor [role=status]").last();
  const before = await page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.selected);
  await frame.getByRole("radio", { name: "Twente" }).check();
  await expect(frame).toContainText("In beeld: Twente,");
  await expect(cases).toBeAttached();
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.selected)).toBe(
    before,
  );
});

test("the lines for a page can be copied, and selected where copying is not allowed", async ({ page }) => {
  await opened(page);
  await preview(page).click();
  await page.evaluate(() =>
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: { writeText: async (text: string) => Object.assign(window, { copied: text }) },
    }),
  );
  await panel(page).getByRole("button", { name: "Kopieer de regels" }).press("Enter");
  await expect(panel(page)).toContainText("De regels zijn gekopieerd.");
  const copied = await page.evaluate(() => (window as unknown as { copied: string }).copied);
  expect(copied).toBe(await panel(page).locator(".snippet").textContent());
  expect(copied.split("\n")).toHaveLength(2);
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await panel(page).getByRole("button", { name: "Kopieer de regels" }).press("Enter");
  await expect(panel(page)).toContainText("De regels zijn geselecteerd");
});

for (const [name, width, wishes] of [
  ["wide", 1280, ""],
  ["on a phone", 320, ""],
  ["on a phone in English", 320, "en"],
  ["in the dark", 900, "dark"],
] as const) {
  test(`${name} nothing sticks out and axe finds no fault`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    if (wishes === "dark") await page.emulateMedia({ colorScheme: "dark" });
    await opened(page);
    if (wishes === "en") {
      await page.evaluate(() => document.querySelector("ben-monitor")?.setAttribute("lang", "en"));
      await expect(panel(page)).toContainText("All around this box is private.");
    }
    await panel(page).locator("select[name=split]").selectOption("regio");
    await panel(page).locator(".which summary").click();
    await panel(page).locator("button[type=submit]").click();
    await expect(panel(page).locator(".proposals .hint").first()).toBeVisible();
    if (wishes === "en") {
      await expect(panel(page)).toContainText("figures can be published");
      await expect(panel(page).locator(".proposals")).not.toContainText("onbekend");
      await expect(panel(page)).toContainText("This kind of figure is for your own use only");
    }
    await panel(page).locator(".which summary").last().click();
    await expect(panel(page).locator(".frame canvas").first()).toBeVisible();
    // Tables scroll within their own room.
    const beyond = await panel(page).evaluate((section) => {
      const { right } = section.getBoundingClientRect();
      const inner = section.querySelector("ben-monitor-preview")?.shadowRoot;
      const within = [
        ...section.querySelectorAll("*"),
        ...(inner?.querySelectorAll("p, h4, h5, h6, canvas") ?? []),
      ];
      return within
        .filter((one) => !one.closest(".hidden, .mark"))
        .map((one) => one.getBoundingClientRect().right - right)
        .filter((past) => past > 0.5);
    });
    expect(beyond).toEqual([]);
    expect(await faults(page)).toEqual([]);
  });
}
