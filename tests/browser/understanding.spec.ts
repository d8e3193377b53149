// "Dit heb ik gelezen": what a person sees of how a file was read, and every way to put it right.
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import { choose, csv, drawings, eventAfter, type GivenFile, open, SAMPLES, watchPolicy } from "./page";

/** A team's own file: a title, a total, an unknown heading, answers that nobody knows. */
const OWN = csv(
  "eigen-telling.csv",
  [
    "Monitor van ons team;;;;",
    "Lft;Aangemeld op;Verblijf;Jaren;Opmerking",
    "12;1-1-2024;bij tante;16;geheim",
    "13;2-2-2024;bij tante;17;",
    "14;3-3-2024;ouders;18;geheim",
    "15;4-4-2024;ouders;16;",
    "Totaal;;;;",
  ].join("\n"),
);

const element = "ben-monitor";
const mapping = (page: Page) => page.evaluate(() => document.querySelector("ben-monitor")?.mapping ?? null);
const cases = (page: Page) => page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.used);
const rendered = (page: Page, act: () => Promise<unknown>) => eventAfter(page, "ben-rendered", act);

/** Opens the panel and what is in it. */
async function unfold(page: Page, ...parts: RegExp[]): Promise<void> {
  for (const name of [/^Bekijk en wijzig/, ...parts]) {
    const summary = page.locator(`${element} summary`).filter({ hasText: name });
    const open = await summary.evaluate((one) => (one.parentElement as HTMLDetailsElement).open);
    if (!open) await summary.click();
  }
}

async function saved(page: Page, button: string): Promise<{ name: string; content: string }> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), content: readFileSync(await download.path(), "utf8") };
}

async function give(page: Page, button: string, files: GivenFile[] | string[]): Promise<void> {
  const waiting = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  const chooser = await waiting;
  await chooser.setFiles(files);
}

test("after the drop a short list says how the file was read", async ({ page }) => {
  await open(page);
  await choose(page, [OWN]);
  await unfold(page);
  const list = page.locator(`${element} .told`).first();
  await expect(list).toContainText("overgeslagen als titel");
  await expect(list).toContainText("overgeslagen als totaal");
  await expect(list).toContainText("“Opmerking”");
  await expect(page.locator(`${element} [part=reading]`)).not.toContainText("geheim");
});

test("nothing is unfolded where there is nothing to decide", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES.slice(0, 1));
  await expect(page.locator(`${element} details.more`)).toHaveCount(1);
  await expect(page.locator(`${element} details.more`)).not.toHaveAttribute("open");
  // A field that is hardly filled in is worth a look, which the line says; the figures stay in view.
  await choose(page, SAMPLES);
  await expect(page.locator(`${element} details.more`)).not.toHaveAttribute("open");
  await expect(page.locator(`${element} .read .line`)).toContainText("1 punt om na te kijken");
  await expect(page.getByRole("list", { name: "Bestanden" })).toContainText("46 aanmeldingen");
});

test("a column is read as another field, and undo reads it as before", async ({ page }) => {
  await open(page);
  await choose(page, [OWN]);
  await unfold(page, /kolommen/);
  const heading = page.getByLabel("Kolom “Jaren” lezen als");
  await expect(heading).toHaveValue("-");
  await heading.selectOption("aantal_mdo");
  await rendered(page, () =>
    page.locator(`${element} .cols`).getByRole("button", { name: "Pas toe" }).click(),
  );
  expect((await mapping(page))?.columns.Jaren).toBe("aantal_mdo");
  await expect(page.getByRole("status")).toContainText("Kolom “Jaren” gelezen als");
  await expect(page.getByRole("status")).toContainText("4 van 4 aanmeldingen");
  await rendered(page, () => page.getByRole("button", { name: "Ongedaan maken" }).click());
  expect((await mapping(page))?.columns.Jaren ?? null).toBeNull();
  await expect(page.getByRole("button", { name: "Ongedaan maken" })).toHaveCount(0);
  await expect(page.locator(`${element} .done`)).toBeFocused();
  await expect(page.getByLabel("Kolom “Jaren” lezen als")).toHaveValue("-");
});

test("an answer that nobody knows is asked once, and counts as what it means", async ({ page }) => {
  await open(page);
  await choose(page, [OWN]);
  // There is something to ask: it stands open.
  const question = page.getByLabel(/^Betekent: “bij tante” \(2×\) bij/);
  await expect(question).toBeVisible();
  const unknown = () =>
    page.evaluate(() => {
      const found = document
        .querySelector("ben-monitor")
        ?.report?.indicators.find(({ id }) => id === "verblijf");
      return { known: found?.n, netwerk: found?.rows?.find(({ code }) => code === "netwerk")?.count };
    });
  const before = await unknown();
  expect(before.known).toBe(2);
  await question.focus();
  await question.selectOption("netwerk");
  await rendered(page, () => page.keyboard.press("Tab").then(() => page.keyboard.press("Enter")));
  expect(await unknown()).toEqual({ known: 4, netwerk: 2 });
  await expect(question).toHaveCount(0);
  await expect(page.locator(`${element} .done`)).toBeFocused();
  await expect(page.getByRole("status")).toContainText("1 keuze toegepast.");
  await rendered(page, () => page.keyboard.press("Control+z"));
  expect(await unknown()).toEqual(before);

  await question.selectOption({ label: "Niet meetellen" });
  await rendered(page, () =>
    page.locator(`${element} .ask`).getByRole("button", { name: "Pas toe" }).click(),
  );
  expect((await unknown()).known).toBe(2);
  await expect(question).toHaveCount(0);
});

test("a column that is no field is charted as it is", async ({ page }) => {
  await open(page);
  await choose(page, [OWN]);
  await unfold(page, /kolommen/);
  await page.getByLabel("Kolom “Jaren” lezen als").selectOption({ label: "Als eigen grafiek" });
  await rendered(page, () =>
    page.locator(`${element} .cols`).getByRole("button", { name: "Pas toe" }).click(),
  );
  expect((await mapping(page))?.columns.Jaren).toBe("eigen_1");
  const label = await page.evaluate(
    () => document.querySelector("ben-monitor")?.report?.indicators.find(({ id }) => id === "eigen_1")?.label,
  );
  expect(label).toBe("Jaren");
  await expect(page.getByLabel("Kolom “Jaren” lezen als")).toHaveValue("+");
});

test("several steps are undone with Ctrl+Z, in the panel only", async ({ page }) => {
  await open(page);
  await choose(page, [OWN]);
  await unfold(page, /kolommen/);
  const apply = page.locator(`${element} .cols`).getByRole("button", { name: "Pas toe" });
  for (const field of ["aantal_mdo", "aantal_overleggen"]) {
    await page.getByLabel("Kolom “Jaren” lezen als").selectOption(field);
    await rendered(page, () => apply.click());
  }
  await expect(apply).toBeFocused();
  await rendered(page, () => page.keyboard.press("Control+z"));
  expect((await mapping(page))?.columns.Jaren).toBe("aantal_mdo");
  await rendered(page, () => page.keyboard.press("Control+z"));
  expect((await mapping(page))?.columns.Jaren ?? null).toBeNull();
});

test("all of it by keyboard: a decision is changed without a pointer", async ({ page }) => {
  await open(page);
  await choose(page, [OWN]);
  const summary = page.locator(`${element} .more > summary`);
  await summary.focus();
  if (!(await page.locator(`${element} .more`).evaluate((one) => (one as HTMLDetailsElement).open)))
    await page.keyboard.press("Enter");
  const change = page.getByRole("button", { name: /^Wijzig: De koppen staan/ });
  await change.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("De koppen staan in rij")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(change).toBeFocused();
});

test("a recept is saved without data, and counts another file alike", async ({ page }) => {
  await open(page);
  await choose(page, [OWN]);
  await unfold(page, /kolommen/);
  await page.getByLabel("Kolom “Jaren” lezen als").selectOption("aantal_mdo");
  await rendered(page, () =>
    page.locator(`${element} .cols`).getByRole("button", { name: "Pas toe" }).click(),
  );
  const { name, content } = await saved(page, "Bewaar als recept");
  expect(name).toBe("ben-monitor-recept.json");
  const recept = JSON.parse(content);
  expect(recept.schema).toBe("ben-monitor/recept@1");
  expect(recept.columns.Jaren).toBe("aantal_mdo");
  expect(content).not.toContain("geheim");

  await page.evaluate(() => document.querySelector("ben-monitor")?.forget());
  await page.evaluate(() => document.querySelector("ben-monitor")?.ready);
  const input = page.locator(`${element} input[type=file]`);
  await input.setInputFiles([{ name, mimeType: "application/json", buffer: Buffer.from(content) }]);
  await expect(page.getByText("Er staat een recept klaar")).toBeVisible();
  await choose(page, [csv("ander.csv", "Aangemeld op;Jaren\n1-1-2024;3\n")]);
  expect((await mapping(page))?.columns.Jaren).toBe("aantal_mdo");
  await unfold(page);
  await expect(page.locator(`${element} .chosen`)).toContainText("van u of uit een recept");
});

test("a recept that is dropped with a file is used for it", async ({ page }) => {
  await open(page);
  const recept = { schema: "ben-monitor/recept@1", columns: { Jaren: "aantal_mdo" }, values: {} };
  const given = csv("mijn recept.json", JSON.stringify(recept));
  await choose(page, [csv("ander.csv", "Aangemeld op;Jaren\n1-1-2024;3\n"), given]);
  expect((await mapping(page))?.columns.Jaren).toBe("aantal_mdo");
});

test("a broken recept is refused in a sentence, and what was shown stays", async ({ page }) => {
  await open(page);
  await choose(page, [OWN]);
  await unfold(page);
  for (const broken of ["{", '{"schema":"iets anders","columns":{}}']) {
    await eventAfter(page, "ben-error", () => give(page, "Open een recept", [csv("stuk.json", broken)]));
    await expect(page.getByRole("alert")).toContainText("recept");
    expect(await cases(page)).toBe(4);
  }
});

test("files are added one after another, left out, and brought back", async ({ page }) => {
  await open(page);
  const [first = "", second = ""] = SAMPLES;
  await choose(page, [first]);
  await rendered(page, () => give(page, "Voeg een bestand toe", [second]));
  expect(await cases(page)).toBe(190);
  await expect(page.getByRole("list", { name: "Bestanden" }).getByRole("listitem")).toHaveCount(2);
  await rendered(page, () => page.getByRole("button", { name: "Laat twente-2024.csv weg" }).click());
  expect(await cases(page)).toBe(46);
  await rendered(page, () => page.getByRole("button", { name: "Ongedaan maken" }).click());
  expect(await cases(page)).toBe(190);
  await rendered(page, () => give(page, "Ander bestand", [first]));
  expect(await cases(page)).toBe(46);
  await expect(page.getByRole("button", { name: "Ongedaan maken" })).toHaveCount(0);
});

for (const [target, expected] of [
  ["Erbij", 50],
  ["In plaats van wat er staat", 4],
] as const) {
  test(`a file is dropped on figures: ${target}`, async ({ page }) => {
    await open(page);
    await choose(page, [SAMPLES[0] ?? ""]);
    const transfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], "eigen.csv"));
      return data;
    }, OWN.buffer.toString());
    await page.locator(`${element} .read`).dispatchEvent("dragover", { dataTransfer: transfer });
    const zone = page.locator(`${element} .letgo p`).filter({ hasText: target });
    await expect(zone).toBeInViewport();
    await rendered(page, () => zone.dispatchEvent("drop", { dataTransfer: transfer }));
    expect(await cases(page)).toBe(expected);
    await expect(page.locator(`${element} .letgo`)).toHaveCount(0);
  });
}

test("the note and the remarks can be kept, and say nothing of the file in their names", async ({ page }) => {
  await open(page);
  const far = csv("verre-leeftijd.csv", "Aangemeld op;Leeftijd\n1-1-2024;99\n2-2-2024;12\n");
  await choose(page, [far]);
  await unfold(page);
  const note = await saved(page, "Bewaar als notitie");
  expect(note.name).toBe("ben-monitor-leesnotitie.txt");
  expect(note.content).toContain("Zo zijn de bestanden gelezen");
  expect(note.content).toContain("De koppen staan in");
  const remarks = await saved(page, "Bewaar opmerkingen (CSV)");
  expect(remarks.name).toBe("ben-monitor-opmerkingen.csv");
  expect(remarks.content.startsWith("\ufeffBestand;Ernst;")).toBe(true);
  expect(remarks.content).toContain("Klopt niet");
  expect(remarks.content).not.toContain("99");
});

test("no breach of policy, no request and nothing of the file in events", async ({ page }) => {
  const breaches = await watchPolicy(page);
  await open(page);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const name of ["ben-file-read", "ben-rendered", "ben-filter-change", "ben-progress", "ben-error"])
      document.addEventListener(name, (event) => heard.push(JSON.stringify((event as CustomEvent).detail)));
  });
  await choose(page, [OWN]);
  await unfold(page, /kolommen/);
  await page.getByLabel("Kolom “Jaren” lezen als").selectOption("aantal_mdo");
  await rendered(page, () =>
    page.locator(`${element} .cols`).getByRole("button", { name: "Pas toe" }).click(),
  );
  await saved(page, "Bewaar als recept");
  expect(requests.filter((url) => !url.startsWith("blob:"))).toEqual([]);
  expect(await breaches()).toEqual([]);
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.join(" "));
  expect(heard).not.toMatch(/Jaren|geheim|tante|eigen-telling/);
  expect((await drawings(page)).length).toBeGreaterThan(1);
});

for (const [lang, colorScheme] of [
  ["nl", "light"],
  ["en", "dark"],
] as const) {
  test(`axe-core finds no fault in the open panel (${lang}, ${colorScheme}), nothing sticks out`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 720 });
    await page.emulateMedia({ colorScheme });
    await open(page);
    await page.evaluate((tag) => document.querySelector("ben-monitor")?.setAttribute("lang", tag), lang);
    await choose(page, [OWN, csv("tweede.csv", "Aangemeld op;Leeftijd\n1-1-2024;99\nx;12\ny;200\n")]);
    for (const summary of await page
      .locator(`${element} .more > summary, ${element} .cols > summary`)
      .all()) {
      const open = await summary.evaluate((one) => (one.parentElement as HTMLDetailsElement).open);
      if (!open) await summary.click();
    }
    await page.locator(`${element} button[data-key]`).first().click();
    expect(await faults(page)).toEqual([]);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
  });
}

test("on paper the list stands without its buttons", async ({ page }) => {
  await open(page);
  await choose(page, [OWN]);
  await page.emulateMedia({ media: "print" });
  // As the browser does before it prints; the list stands at the end.
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(`${element} .paper-read .paper`)).toBeVisible();
  await expect(page.locator(`${element} button:visible`)).toHaveCount(0);
});
