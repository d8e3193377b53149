// A publication on a page: shown, chosen from and read aloud, checked before it is shown, and without a way in for
// cases.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import { choose, csv, drawings, open, SAMPLES, watchComplaints, watchPolicy } from "./page";

const SAMPLE = new URL("pages/publicatie-website.json", import.meta.url);
const ADDRESS = "/tests/publicatie-website.json";
const PAGE = "/tests/publication.html";

type Publication = Record<string, unknown> & { report: Record<string, unknown>; hash: string };

const sample = (): Publication => JSON.parse(readFileSync(SAMPLE, "utf8"));

/** With the hash that belongs to it. */
function sealed(publication: Publication): Publication {
  const content = JSON.stringify({ ...publication, hash: "" });
  return { ...publication, hash: createHash("sha256").update(content).digest("hex") };
}

/** Opens the page and waits until all of the publication is drawn. */
async function shown(page: Page, address = PAGE): Promise<void> {
  await page.addInitScript(() => {
    const drawn = new Promise((resolve) => {
      document.addEventListener("ben-rendered", (event) => {
        if ((event as CustomEvent).detail.all) resolve(event);
      });
      document.addEventListener("ben-error", resolve, { once: true });
    });
    Object.assign(window, { drawn });
  });
  await page.goto(address);
  await page.evaluate(() => (window as unknown as { drawn: Promise<unknown> }).drawn.then(() => undefined));
}

/** Has the page get something else at the publication's address. */
async function serve(page: Page, body: string, contentType = "application/json"): Promise<void> {
  await page.route(`**${ADDRESS}`, (route) => route.fulfill({ body, contentType }));
}

const element = (page: Page) => page.locator("ben-monitor");

test("a publication is shown with its badge, its figures and no way in for a file", async ({ page }) => {
  const complaints = watchComplaints(page);
  const breaches = await watchPolicy(page);
  await shown(page);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(`${sample().title}`);
  await expect(element(page)).toContainText("Gecontroleerd: geen aantallen onder de 10, afgerond op 5");
  await expect(element(page)).toContainText("IJsselland en Twente");
  for (const absent of ["Besloten", "○", "Sleep", "Recept", "Filter", "Alleen op deze computer"]) {
    await expect(element(page)).not.toContainText(absent);
  }
  await expect(page.locator("ben-monitor input[type=file]")).toHaveCount(0);
  const seen = await drawings(page);
  expect(seen.length).toBeGreaterThan(10);
  for (const { colours } of seen) expect(colours).toBeGreaterThan(3);
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report)).toEqual(sample().report);
  expect(await breaches()).toEqual([]);
  expect(complaints).toEqual([]);
});

test("no worker is started, and nothing is asked for beyond its files", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await shown(page);
  await page.locator("ben-monitor details > summary").last().click();
  expect(page.workers()).toEqual([]);
  expect(asked.filter((path) => /worker|sheets/.test(path))).toEqual([]);
  const known = /^\/(pkg\/ben-monitor[\w.-]*|tests\/(publication\.html|publicatie-website\.json|icon\.svg))$/;
  expect(asked.filter((path) => !known.test(path))).toEqual([]);
  const before = asked.length;
  await page.getByRole("radio", { name: "Twente" }).check();
  expect(asked.length).toBe(before);
});

test("a state is chosen by keyboard, and said", async ({ page }) => {
  await shown(page);
  await expect(page.getByText("In beeld: IJsselland en Twente")).toBeVisible();
  await page.getByRole("radio", { name: "Alles" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("In beeld: IJsselland,")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("In beeld: Twente,")).toBeVisible();
  await expect(page.getByRole("status")).toContainText("Twente in beeld");
  const { states } = sample() as unknown as { states: { code: string; report: { cases: object } }[] };
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases)).toEqual(
    states.find(({ code }) => code === "Twente")?.report.cases,
  );
  await expect(element(page)).toContainText("Twente 2024");
});

test("what is hidden is read aloud as hidden, in drawings and in tables", async ({ page }) => {
  await shown(page);
  const aloud = await page
    .getByRole("option")
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label") ?? ""));
  expect(aloud.filter((label) => label.endsWith(": verborgen")).length).toBeGreaterThan(10);
  expect(aloud).toContain("onbekend: verborgen");
  expect(aloud.filter((label) => /[×○]|klein aantal/.test(label))).toEqual([]);
  await page.locator("ben-monitor details.table > summary").evaluateAll((all) => {
    for (const one of all) (one as HTMLElement).click();
  });
  const cells = await page.locator("ben-monitor td").allTextContents();
  expect(cells.filter((cell) => cell === "verborgen").length).toBeGreaterThan(10);
  await expect(
    page.getByText("verborgen: minder dan 10, of nodig om dat te verbergen").first(),
  ).toBeVisible();
});

test("the marks of a drawing are walked by keys and choose nothing", async ({ page }) => {
  await shown(page);
  const list = page.getByRole("listbox").nth(1);
  await list.getByRole("option").first().focus();
  await page.keyboard.press("End");
  await expect(list.getByRole("option").last()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(list.getByRole("option", { selected: true })).toHaveCount(0);
});

test("how it is protected stands behind one summary", async ({ page }) => {
  await shown(page);
  const how = page.locator("ben-monitor .how");
  await how.locator("summary").press("Enter");
  for (const words of [
    "Een aantal van 1 tot en met 9 staat er niet in",
    "tabellen nagerekend",
    "Pleeg- of netwerkgezin of gezinshuis (Pleeg- of netwerkgezin en Gezinshuis)",
    "Gemeente: van de meeste gemeenten",
    "ben-monitor 0.1.0",
    "20 januari 2025",
    sample().hash,
  ]) {
    await expect(how).toContainText(words);
  }
});

for (const [what, body, code, sentence] of [
  [
    "changed",
    JSON.stringify({ ...sample(), title: "Anders" }),
    "publication.altered",
    "veranderd of beschadigd",
  ],
  [
    "of a newer version",
    JSON.stringify({ schema: "ben-monitor/publication@2" }),
    "publication.newer",
    "nieuwere versie",
  ],
  ["no publication", '{"schema":"ben-monitor/recept@1"}', "publication.not-one", "geen publicatie"],
  ["no JSON", "{ niet af", "publication.not-one", "geen publicatie"],
  [
    "not whole",
    JSON.stringify(sealed({ ...sample(), report: { ...sample().report, indicators: [{}] } })),
    "publication.unreadable",
    "beschadigd",
  ],
  [
    "not protected",
    JSON.stringify(sealed({ ...sample(), report: { ...sample().report, protection: null } })),
    "publication.unprotected",
    "niet beschermd",
  ],
] as const) {
  test(`one that is ${what} is refused in a sentence`, async ({ page }) => {
    await serve(page, body);
    await shown(page);
    await expect(page.getByRole("alert")).toContainText(sentence);
    await expect(page.locator("ben-monitor canvas")).toHaveCount(0);
    const thrown = await page.evaluate(
      (address) =>
        document
          .querySelector("ben-monitor")
          ?.load(address)
          .catch((error: { code: string }) => error.code),
      ADDRESS,
    );
    expect(thrown).toBe(code);
  });
}

test("a count that is too small is refused, whatever the file says of itself", async ({ page }) => {
  const publication = sample();
  const { indicators } = publication.report as { indicators: { rows?: { count: number | null }[] }[] };
  const row = indicators.flatMap(({ rows = [] }) => rows).find(({ count }) => count !== null);
  Object.assign(row ?? {}, { count: 4 });
  await serve(page, JSON.stringify(sealed(publication)));
  await shown(page);
  await expect(page.getByRole("alert")).toContainText("niet beschermd");
});

test("the same figures with other spaces are the same publication", async ({ page }) => {
  await serve(page, `\ufeff${JSON.stringify(sample(), null, "\t")}\n`);
  await shown(page);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(`${sample().title}`);
});

test("an address that gives nothing is told", async ({ page }) => {
  await page.route(`**${ADDRESS}`, (route) => route.fulfill({ status: 404, body: "" }));
  await shown(page);
  await expect(page.getByRole("alert")).toContainText("De publicatie is niet gevonden");
});

test("a public page never takes cases, and its publication stays", async ({ page }) => {
  await shown(page);
  const [path = ""] = SAMPLES;
  const codes = await page.evaluate(
    async (text) => {
      const monitor = document.querySelector("ben-monitor");
      const file = () => new File([text], "zaken.csv");
      const code = (thrown: { code: string }) => thrown.code;
      return [
        await monitor?.load(file()).catch(code),
        await monitor?.load([file(), file()]).catch(code),
        await monitor?.add(file()).catch(code),
        await monitor?.setFilter([{ field: "regio", values: ["Twente"] }]).catch(code),
      ];
    },
    readFileSync(path, "utf8"),
  );
  expect(codes).toEqual(Array(4).fill("publication.rows-refused"));
  await expect(page.getByRole("alert")).toContainText("Een bestand met zaken hoort hier niet");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(`${sample().title}`);
  expect(page.workers()).toEqual([]);
  const text = await page.evaluate(() => document.querySelector("ben-monitor")?.shadowRoot?.innerHTML ?? "");
  expect(text).not.toContain("verzonnen-");
  // What is dropped on it is not taken either: there is nothing that listens.
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["a;b"], "zaken.csv"));
    return transfer;
  });
  await page.locator("ben-monitor .page").dispatchEvent("dragover", { dataTransfer: data });
  await expect(page.locator("ben-monitor .over")).toHaveCount(0);
});

test("where files are read a publication is shown as one, until another file is", async ({ page }) => {
  await open(page);
  await choose(page, [
    { name: "publicatie.json", mimeType: "application/json", buffer: readFileSync(SAMPLE) },
  ]);
  await expect(element(page)).toContainText("Dit is een publicatie: beschermde cijfers");
  await expect(element(page)).not.toContainText("Besloten");
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.protection)).toMatchObject({
    policy: "website",
  });
  await choose(page, SAMPLES);
  await expect(element(page)).toContainText("Besloten");
  await expect(page.locator("ben-monitor-publication")).toHaveCount(0);
  await choose(page, [
    { name: "publicatie.json", mimeType: "application/json", buffer: readFileSync(SAMPLE) },
  ]);
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.findings)).toEqual([]);
  await page.getByRole("button", { name: "Wis van het scherm" }).click();
  await expect(page.locator("ben-monitor .empty")).toBeVisible();
});

test("two files with a publication among them are refused", async ({ page }) => {
  await open(page);
  const code = await page.evaluate(async (address) => {
    const monitor = document.querySelector("ben-monitor");
    return monitor
      ?.load([address, new File(["x"], "x.csv")])
      .catch((thrown: { code: string }) => thrown.code);
  }, ADDRESS);
  expect(code).toBe("publication.not-alone");
});

for (const [name, width, wishes] of [
  ["wide", 1280, ""],
  ["on a phone", 320, ""],
  ["in the dark", 900, "dark"],
  ["in English", 900, "en"],
] as const) {
  test(`${name} nothing sticks out and axe finds no fault`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    if (wishes === "en") {
      await page.addInitScript(() =>
        document.addEventListener("DOMContentLoaded", () =>
          document.querySelector("ben-monitor")?.setAttribute("lang", "en"),
        ),
      );
    }
    if (wishes === "dark") await page.emulateMedia({ colorScheme: "dark" });
    await shown(page);
    await page.locator("ben-monitor details.table > summary").first().click();
    await page.locator("ben-monitor .how > summary").click();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
    if (wishes === "en") {
      await expect(element(page)).toContainText("Checked: no counts under 10, rounded to 5");
      await expect(element(page)).toContainText("How these figures are protected");
    }
    expect(await faults(page)).toEqual([]);
  });
}

test("the publication for a steering group is exact and says so", async ({ page }) => {
  await serve(page, readFileSync(new URL("publicatie-stuurgroep.json", SAMPLE), "utf8"));
  await shown(page);
  await expect(element(page)).toContainText("Gecontroleerd: geen aantallen onder de 5");
  await expect(element(page)).not.toContainText("afgerond op");
});

test("an element that leaves and comes back shows its publication again", async ({ page }) => {
  await shown(page);
  await page.evaluate(async () => {
    const monitor = document.querySelector("ben-monitor");
    const drawn = new Promise((resolve) =>
      document.addEventListener("ben-rendered", resolve, { once: true }),
    );
    const parent = monitor?.parentElement;
    monitor?.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (monitor) parent?.append(monitor);
    await drawn;
  });
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(`${sample().title}`);
  expect((await drawings(page)).length).toBeGreaterThan(10);
});

test("with another mode it is another element", async ({ page }) => {
  await shown(page);
  await page.evaluate(async () => {
    const monitor = document.querySelector("ben-monitor");
    if (!monitor) return;
    monitor.src = null;
    monitor.mode = "analyse";
    await new Promise(requestAnimationFrame);
    await monitor.ready;
  });
  await expect(page.locator("ben-monitor .empty")).toBeVisible();
  await choose(page, [csv("a.csv", "regio;aanmelddatum\nTwente;1-2-2024\n")]);
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.used)).toBe(1);
});
