// The slides of PowerPoint, taken apart: each part is XML, charts hold real numbers and what is hidden is nowhere, each
// slide says who may see it, and nothing of a file can become a formula.
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { choose, csv, eventAfter, open, SAMPLES, watchPolicy } from "./page";
import { unzip } from "./unzip";

type Parts = Map<string, Buffer>;

async function slides(page: Page): Promise<Parts> {
  const bytes = await page.evaluate(async () => {
    const blob = await document.querySelector("ben-monitor")?.exportSlides();
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
  });
  return unzip(Buffer.from(bytes));
}

const text = (parts: Parts, path: string) => parts.get(path)?.toString("utf8") ?? "";
const named = (parts: Parts, pattern: RegExp) => [...parts.keys()].filter((path) => pattern.test(path));

/** The words of a part, as a person reads them. */
function words(xml: string): string {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, word]) => plain(word ?? "")).join(" ");
}

function plain(xml: string): string {
  return xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

/** Parts that a browser's parser takes for no XML. */
function malformed(page: Page, parts: [string, string][]): Promise<string[]> {
  return page.evaluate(
    (all) =>
      all
        .filter(([, xml]) =>
          new DOMParser().parseFromString(xml, "application/xml").querySelector("parsererror"),
        )
        .map(([path]) => path),
    parts,
  );
}

/** Cells by their places: texts and numbers. */
function cells(book: Buffer): Map<string, string | number> {
  const sheet = text(unzip(book), "xl/worksheets/sheet1.xml");
  const found = new Map<string, string | number>();
  for (const [, at = "", number] of sheet.matchAll(/<c r="([A-Z]+\d+)"(?: s="\d")?><v>([^<]*)<\/v>/g))
    found.set(at, Number(number));
  for (const [, at = "", word = ""] of sheet.matchAll(
    /<c r="([A-Z]+\d+)"(?: s="\d")? t="inlineStr"><is><t[^>]*>([^<]*)</g,
  ))
    found.set(at, plain(word));
  return found;
}

interface Row {
  label: string;
  count: number | null;
}

const indicators = (page: Page) =>
  page.evaluate(() => {
    const all = document.querySelector("ben-monitor")?.report?.indicators ?? [];
    return all as unknown as { id: string; kind: string; unit?: string; title: string; rows: Row[] }[];
  });

test("every part is there, is XML, and is told by its type", async ({ page }) => {
  const breaches = await watchPolicy(page);
  const asked: string[] = [];
  await open(page);
  await choose(page, SAMPLES);
  page.on("request", (request) => asked.push(request.url()));
  const parts = await slides(page);
  const xml = [...parts].filter(([path]) => /\.(xml|rels)$/.test(path));
  const inside = [...parts]
    .filter(([path]) => path.endsWith(".xlsx"))
    .flatMap(([path, book]) =>
      [...unzip(book)].map(([name, part]): [string, Buffer] => [`${path}/${name}`, part]),
    );
  const all = [...xml, ...inside].map(([path, part]): [string, string] => [path, part.toString("utf8")]);
  expect(inside.length).toBeGreaterThan(100);
  expect(await malformed(page, all)).toEqual([]);
  const types = text(parts, "[Content_Types].xml");
  for (const [path] of xml) {
    if (path.startsWith("[") || path.endsWith(".rels")) continue;
    expect(types, path).toContain(`PartName="/${path}"`);
  }
  for (const [path, part] of xml.filter(([one]) => one.endsWith(".rels"))) {
    const folder = path.replace(/_rels\/[^/]*$/, "");
    for (const [, target = ""] of part.toString("utf8").matchAll(/Target="([^"]*)"/g)) {
      const wanted = new URL(target, `file:///${folder}`).pathname.slice(1);
      expect(parts.has(wanted), `${path}: ${target}`).toBe(true);
    }
  }
  expect(await breaches()).toEqual([]);
  expect(asked).toEqual([]);
});

test("one message a slide, with a chart of its own, its notes, its mark and its source", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const told = (await indicators(page)).filter(({ kind, unit }) => kind !== "series" || unit === "month");
  const parts = await slides(page);
  expect(named(parts, /^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(told.length + 1);
  const opening = words(text(parts, "ppt/slides/slide1.xml"));
  for (const word of [
    "Monitor 2024",
    "ijsselland-2024.csv",
    "januari – december 2024",
    "190 aanmeldingen",
    "INTERN",
  ])
    expect(opening).toContain(word);
  for (const [place, { title, kind, id }] of told.entries()) {
    const number = place + 2;
    const slide = text(parts, `ppt/slides/slide${number}.xml`);
    expect(words(slide)).toContain(title);
    expect(words(slide)).toContain("Bron: ijsselland-2024.csv");
    expect(words(slide)).toContain("INTERN");
    expect(slide).toContain('lang="nl-NL"');
    const notes = words(text(parts, `ppt/notesSlides/notesSlide${number}.xml`));
    expect(notes, id).toContain("n = ");
    expect(notes, id).toContain("INTERN: exacte cijfers");
    if (kind === "threads" && !slide.includes("graphicFrame")) continue;
    expect(slide, id).toMatch(/<p:cNvPr id="3" name="(Grafiek|Tabel)" descr="[^"]{20,}"/);
    if (kind !== "totals" && kind !== "threads")
      expect(text(parts, `ppt/charts/chart${number}.xml`), id).toContain("<c:barChart>");
  }
  expect(text(parts, "docProps/core.xml")).toContain("<dc:title>INTERN: Monitor 2024</dc:title>");
  expect(text(parts, "docProps/core.xml")).toContain("<dc:language>nl-NL</dc:language>");
  expect(text(parts, "ppt/presentation.xml")).toContain('<p:sldSz cx="12192000" cy="6858000"/>');
});

test("a chart has its numbers as numbers, values at the bars, no legend for one series and no depth", async ({
  page,
}) => {
  await open(page);
  await choose(page, SAMPLES);
  const told = (await indicators(page)).filter(({ kind, unit }) => kind !== "series" || unit === "month");
  const place = told.findIndex(({ id }) => id === "aanmelder");
  const parts = await slides(page);
  const chart = text(parts, `ppt/charts/chart${place + 2}.xml`);
  expect(chart).toContain('<c:barDir val="bar"/>');
  expect(chart).toContain('<c:showVal val="1"/>');
  expect(chart).not.toMatch(/<c:legend>|view3D|bar3D/);
  expect(chart).toContain('<c:autoTitleDeleted val="1"/>');
  // A chart has as many axes as it names: PowerPoint repairs a file in which it has not.
  expect(chart.match(/<c:barChart>.*<\/c:barChart>/s)?.[0].match(/<c:axId/g)).toHaveLength(2);
  const book = cells(parts.get(`ppt/embeddings/data${place + 2}.xlsx`) ?? Buffer.alloc(0));
  expect(book.get("B1")).toBe("Aantal");
  for (const [row, { label, count }] of (told[place]?.rows ?? []).entries()) {
    expect(book.get(`A${row + 2}`)).toContain(label);
    expect(book.get(`B${row + 2}`)).toBe(count);
    expect(chart).toContain(`<c:pt idx="${row}"><c:v>${count}</c:v></c:pt>`);
  }
  const periods = text(parts, "ppt/charts/chart2.xml");
  expect(periods).toContain('<c:barDir val="col"/>');
});

test("what one has to know before one believes it stands on the slide, with what is not drawn", async ({
  page,
}) => {
  await open(page);
  await page.evaluate(() =>
    document.querySelector("ben-monitor")?.setAttribute("indicators", "gemeente bijkomend"),
  );
  await choose(page, SAMPLES);
  const parts = await slides(page);
  const [places, problems] = [2, 3].map((number) => words(text(parts, `ppt/slides/slide${number}.xml`)));
  expect(problems).toContain("Per jeugdige zijn meer antwoorden mogelijk");
  expect(problems).toContain("Niet getekend: 13 andere antwoorden. Ze staan in de notities.");
  expect(words(text(parts, "ppt/notesSlides/notesSlide3.xml"))).toContain("Eetstoornis: ");
  expect(places).not.toContain("Niet getekend");
  // Each case is in one place, so the others add up to the rest.
  const book = cells(parts.get("ppt/embeddings/data2.xlsx") ?? Buffer.alloc(0));
  const counts = [...book].filter(([at, value]) => at.startsWith("B") && typeof value === "number");
  expect(counts.reduce((sum, [, value]) => sum + Number(value), 0)).toBe(190);
});

test("two selections are two series of parts, with a legend", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await eventAfter(page, "ben-rendered", () =>
    page.evaluate(() =>
      (
        document.querySelector("ben-monitor") as unknown as { select(selected: object): Promise<unknown> }
      ).select({ filter: [{ field: "regio", values: ["Twente"] }], against: "rest" }),
    ),
  );
  const told = (await indicators(page)).filter(({ kind, unit }) => kind !== "series" || unit === "month");
  const number = told.findIndex(({ id }) => id === "aanmelder") + 2;
  const parts = await slides(page);
  const chart = text(parts, `ppt/charts/chart${number}.xml`);
  expect(chart.match(/<c:ser>/g)).toHaveLength(2);
  expect(chart).toContain("<c:legend>");
  expect(chart).toContain('formatCode="0%"');
  const opening = words(text(parts, "ppt/slides/slide1.xml"));
  expect(opening).toContain("Twente, naast");
  expect(opening).toContain("144 van 190 aanmeldingen, naast 46 van 190 aanmeldingen");
  const book = cells(parts.get(`ppt/embeddings/data${number}.xlsx`) ?? Buffer.alloc(0));
  // Every answer that one of the two has, with the part that it is in each.
  const both = await page.evaluate(() => {
    const report = document.querySelector("ben-monitor")?.report;
    const of = (all: unknown) =>
      (all as { id: string; n: number; rows: { label: string; count: number }[] }[]).find(
        (one) => one.id === "aanmelder",
      );
    return [of(report?.indicators), of(report?.against?.indicators)];
  });
  const labels = new Set(both.flatMap((one) => one?.rows.map(({ label }) => label) ?? []));
  const told2 = new Map(
    [...book].filter(([at]) => /^A\d/.test(at) && at !== "A1").map(([at, label]) => [label, at]),
  );
  expect(new Set(told2.keys())).toEqual(labels);
  for (const label of labels) {
    for (const [side, letter] of ["B", "C"].entries()) {
      const one = both[side];
      const count = one?.rows.find((row) => row.label === label)?.count ?? 0;
      expect(book.get(told2.get(label)?.replace("A", letter) ?? ""), label).toBeCloseTo(
        count / (one?.n ?? 1),
        9,
      );
    }
  }
  // What they were chosen by has no bars: they would say nothing.
  const chosen = told.findIndex(({ id }) => id === "regio") + 2;
  expect(parts.has(`ppt/charts/chart${chosen}.xml`)).toBe(false);
  const foot = words(text(parts, `ppt/slides/slide${number}.xml`));
  expect(foot).toMatch(/Twente: n = \d+.* · alle andere aanmeldingen: n = \d+/);
});

test("what a file calls things never becomes a formula, and what XML can't hold is left out", async ({
  page,
}) => {
  await open(page);
  const places = [
    '=HYPERLINK("http://x";"y")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "＝3",
    "A & B <c>",
    "kap\u0007ot",
    "_x0041_",
  ];
  const rows = places.flatMap((place, at) =>
    [1, 2, 3].map((case_) => `${at * 10 + case_};5-1-2024;"${place.replaceAll('"', '""')}"`),
  );
  await choose(page, [csv("=cmd.csv", ["casusnummer;aanmelddatum;gemeente", ...rows].join("\n"))]);
  const parts = await slides(page);
  const books = [...parts].filter(([path]) => path.endsWith(".xlsx"));
  let seen = 0;
  for (const [path, book] of books) {
    const sheet = text(unzip(book), "xl/worksheets/sheet1.xml");
    expect(sheet, path).not.toMatch(/<f[ >]/);
    for (const [at, cell] of cells(book)) {
      if (typeof cell !== "string" || !/^[=+\-@＝]/.test(cell)) continue;
      seen += 1;
      // Marked as quoted: it stays a text when somebody edits the cell.
      expect(sheet).toContain(`<c r="${at}" s="1" t="inlineStr">`);
    }
  }
  expect(seen).toBeGreaterThan(3);
  // Excel and PowerPoint read this as a letter, if nothing keeps them from it.
  for (const [path, part] of parts)
    if (path.includes("charts/")) expect(part.toString("utf8")).not.toMatch(/>_x0041_/);
  const sheets = books.map(([, book]) => text(unzip(book), "xl/worksheets/sheet1.xml")).join("");
  expect(sheets).toContain(">_x005F_x0041_");
  expect(sheets).not.toContain(">_x0041_");
  const all = [...parts].filter(([path]) => /\.(xml|rels)$/.test(path));
  expect(
    await malformed(
      page,
      all.map(([path, part]) => [path, part.toString("utf8")]),
    ),
  ).toEqual([]);
});

for (const name of ["publicatie-website", "publicatie-stuurgroep"]) {
  test(`what ${name} hides is in no part, and each slide says how it is protected`, async ({ page }) => {
    await open(page, "/tests/publication.html");
    const file = readFileSync(new URL(`pages/${name}.json`, import.meta.url), "utf8");
    const publication = JSON.parse(file);
    await eventAfter(page, "ben-rendered", () =>
      page.evaluate(
        (given) => document.querySelector("ben-monitor")?.load(new File([given], "p.json")),
        file,
      ),
    );
    const parts = await slides(page);
    const units = publication.report.indicators.filter(({ kind }: { kind: string }) => kind === "series");
    const told = publication.report.indicators.filter(
      ({ kind, unit }: { kind: string; unit: string }) => kind !== "series" || unit === units[0].unit,
    ) as { kind: string; id: string; rows?: (Row & { status?: string })[] }[];
    let hidden = 0;
    for (const [place, { kind, rows = [] }] of told.entries()) {
      const number = place + 2;
      const slide = words(text(parts, `ppt/slides/slide${number}.xml`));
      expect(slide).toContain(`geen aantallen onder de ${publication.policy.minimum}`);
      expect(slide).not.toContain("INTERN");
      if (kind !== "distribution") continue;
      const book = cells(parts.get(`ppt/embeddings/data${number}.xlsx`) ?? Buffer.alloc(0));
      for (const [at, label] of book) {
        const row = rows.find((one) => label === `${one.label} (verborgen)`);
        if (!at.startsWith("A") || !row) continue;
        hidden += 1;
        expect(row.count).toBeNull();
        // No number beside it, and no point in the chart.
        expect(book.has(at.replace("A", "B")), `${label}`).toBe(false);
        expect(book.has(at.replace("A", "C")), `${label}`).toBe(false);
        const point = `<c:pt idx="${Number(at.slice(1)) - 2}">`;
        const values = text(parts, `ppt/charts/chart${number}.xml`).match(
          /<c:numCache>.*?<\/c:numCache>/s,
        )?.[0];
        expect(values).not.toContain(point);
      }
    }
    expect(hidden).toBeGreaterThan(3);
  });
}

test("the button saves a file that says who may have it, and the event tells its kind", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const [download, detail] = await Promise.all([
    page.waitForEvent("download"),
    eventAfter(page, "ben-export", () => page.getByRole("button", { name: "PowerPoint" }).click()),
  ]);
  expect(download.suggestedFilename()).toBe("ben-monitor-presentatie-intern.pptx");
  expect(detail).toEqual({ kind: "slides" });
});

test("without figures it is refused with a code", async ({ page }) => {
  await open(page);
  const told = await page.evaluate(() =>
    document
      .querySelector("ben-monitor")
      ?.exportSlides()
      .then(
        () => "made",
        (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
      ),
  );
  expect(told).toBe("meeting.nothing: Er zijn nog geen cijfers. Open eerst een bestand.");
});

test("in English the slides, their notes and their parts are English", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const element = document.querySelector("ben-monitor");
    element?.setAttribute("lang", "en");
    element?.setAttribute("indicators", "regio");
  });
  await choose(page, SAMPLES);
  const parts = await slides(page);
  const all = named(parts, /^ppt\/(slides|slideLayouts|notesSlides)\/[^/]*\.xml$/).map((path) =>
    text(parts, path),
  );
  for (const xml of all) expect(xml).not.toMatch(/lang="nl|Titel|Tekst|Bron/);
  expect(words(text(parts, "ppt/slides/slide2.xml"))).toContain(
    "Source: ijsselland-2024.csv and twente-2024.csv",
  );
  expect(words(text(parts, "ppt/slides/slide1.xml"))).toContain("INTERNAL: exact figures, not to be shared");
  expect(words(text(parts, "ppt/slides/slide2.xml"))).toContain("INTERNAL");
  expect(text(parts, "ppt/charts/chart2.xml")).toContain('<c:lang val="en-GB"/>');
});

test("a part is of what the page takes it of, and rounded as the page does", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const element = document.querySelector("ben-monitor");
    if (element) element.settings = { shareOf: "all" };
    element?.setAttribute("indicators", "monitor geslacht");
  });
  // 23 of 40 is 57.5%, and not quite that as a fraction.
  const answers = Array.from({ length: 40 }, (_, at) => (at < 23 ? "Ja" : at < 33 ? "Nee" : ""));
  const rows = answers.map((answer, at) => `${at};5-1-2024;${answer};${at < 23 ? "jongen" : "meisje"}`);
  const head = "casusnummer;aanmelddatum;opgenomen_in_monitor;geslacht";
  await choose(page, [csv("deel.csv", [head, ...rows].join("\n"))]);
  const parts = await slides(page);
  const labels = [2, 3].flatMap((number) => [
    ...cells(parts.get(`ppt/embeddings/data${number}.xlsx`) ?? Buffer.alloc(0)).values(),
  ]);
  for (const label of ["Ja · 58%", "Nee · 25%", "jongen · 58%"])
    expect(labels.map((one) => `${one}`.toLowerCase())).toContain(label.toLowerCase());
});

for (const [months, drawn] of [
  [[3, 4, 5], true],
  [[6, 7, 8], false],
] as const) {
  test(`periods of two selections are in their order, ${drawn ? "with gaps where one has none" : "or not drawn when none is shared"}`, async ({
    page,
  }) => {
    await open(page);
    await page.evaluate(() =>
      document.querySelector("ben-monitor")?.setAttribute("indicators", "aanmeldingen"),
    );
    const file = (name: string, region: string, all: readonly number[]) =>
      csv(
        name,
        ["casusnummer;aanmelddatum;regio", ...all.map((month) => `${month};5-${month}-2024;${region}`)].join(
          "\n",
        ),
      );
    await choose(page, [file("a.csv", "IJsselland", [1, 2, 3]), file("b.csv", "Twente", months)]);
    await eventAfter(page, "ben-rendered", () =>
      page.evaluate(() =>
        (
          document.querySelector("ben-monitor") as unknown as { select(selected: object): Promise<unknown> }
        ).select({ filter: [{ field: "regio", values: ["Twente"] }], against: "rest" }),
      ),
    );
    const parts = await slides(page);
    expect(parts.has("ppt/charts/chart2.xml")).toBe(drawn);
    if (!drawn) return;
    const book = cells(parts.get("ppt/embeddings/data2.xlsx") ?? Buffer.alloc(0));
    const column = (letter: string) => [2, 3, 4, 5, 6].map((row) => book.get(`${letter}${row}`));
    expect(column("A").map((label) => `${label}`.split(" ")[0])).toEqual([
      "januari",
      "februari",
      "maart",
      "april",
      "mei",
    ]);
    expect(column("B")).toEqual([undefined, undefined, 1, 1, 1]);
    expect(column("C")).toEqual([1, 1, 1, undefined, undefined]);
  });
}

test("a slide that is pasted elsewhere tells what it measures, of when and of which cases", async ({
  page,
}) => {
  await open(page);
  await choose(page, SAMPLES);
  await page.evaluate(() =>
    document.querySelector("ben-monitor")?.setFilter([{ field: "regio", values: ["Twente"] }]),
  );
  const told = (await page.evaluate(() => document.querySelector("ben-monitor")?.report?.indicators)) as {
    kind: string;
    unit?: string;
    subtitle?: string;
  }[];
  const shown = told.filter(({ kind, unit }) => kind !== "series" || unit === "month");
  const parts = await slides(page);
  for (const [place, { subtitle = "" }] of shown.entries()) {
    const slide = words(text(parts, `ppt/slides/slide${place + 2}.xml`));
    expect(subtitle).not.toBe("");
    expect(slide).toContain(subtitle);
    expect(slide).toContain("Regio: Twente");
  }
});

test("pairs that are not drawn are told, and listed in the notes", async ({ page }) => {
  await open(page);
  await page.evaluate(() => document.querySelector("ben-monitor")?.setAttribute("indicators", "samenhang"));
  await choose(page, SAMPLES);
  const [told] = (await indicators(page)) as unknown as { pairs: object[] }[];
  const count = told?.pairs.length ?? 0;
  expect(count).toBeGreaterThan(10);
  const parts = await slides(page);
  expect(words(text(parts, "ppt/slides/slide2.xml"))).toContain(`Niet getekend: ${count - 10} andere paren.`);
  const notes = words(text(parts, "ppt/notesSlides/notesSlide2.xml"));
  expect(notes.match(/ \+ [^;]*: \d+/g)).toHaveLength(count);
});

test("of a publication the periods that are in view are told", async ({ page }) => {
  await open(page, "/tests/publication.html");
  await expect(page.locator("ben-monitor canvas").first()).toBeVisible();
  expect(words(text(await slides(page), "ppt/slides/slide1.xml"))).toContain("Beschermd");
  await page
    .locator("ben-monitor .segments label")
    .filter({ hasText: /^jaar$/ })
    .click();
  const book = cells((await slides(page)).get("ppt/embeddings/data2.xlsx") ?? Buffer.alloc(0));
  expect(book.get("A2")).toBe("2024");
});

test("while only the first charts of a large file stand, slides wait for the rest", async ({ page }) => {
  test.slow();
  await open(page);
  const made = await page.evaluate(async () => {
    const element = document.querySelector("ben-monitor") as unknown as HTMLElement & {
      shown: { complete: boolean } | null;
      report: { indicators: { kind: string; unit?: string }[] };
      load(file: File): Promise<unknown>;
      exportSlides(): Promise<Blob>;
      addController(one: object): void;
    };
    const row = (at: number) => `${at};${(at % 28) + 1}-${(at % 12) + 1}-2024;Twente;;;;;;;;;;;;;;;;;`;
    const rows = Array.from({ length: 130_000 }, (_, at) => row(at));
    const early: Promise<Blob>[] = [];
    element.addController({
      hostUpdated: () => {
        if (element.shown?.complete === false && early.length === 0) early.push(element.exportSlides());
      },
    });
    await element.load(new File([["casusnummer;aanmelddatum;regio", ...rows].join("\n")], "groot.csv"));
    const [blob] = await Promise.all(early);
    const shown = element.report.indicators.filter(({ kind, unit }) => kind !== "series" || unit === "month");
    const names = new TextDecoder("latin1")
      .decode(await blob?.arrayBuffer())
      .match(/ppt\/slides\/slide\d+\.xml/g);
    return { early: early.length, slides: new Set(names).size, shown: shown.length };
  });
  expect(made.early).toBe(1);
  expect(made.slides).toBe(made.shown + 1);
});

test("names of sheets are as short as Excel wants them, of whichever letters", async ({ page }) => {
  await open(page);
  const name = "𠀀".repeat(20);
  await choose(page, [csv("a.csv", `casusnummer;aanmelddatum;${name}\n1;5-1-2024;x\n2;6-1-2024;x\n`)]);
  await eventAfter(page, "ben-rendered", () =>
    page.evaluate((heading) => {
      const element = document.querySelector("ben-monitor");
      const columns = { ...element?.mapping?.columns, [heading]: "eigen_1" };
      return element?.setMapping({ values: {}, columns });
    }, name),
  );
  const bytes = await page.evaluate(async () => {
    const blob = await document.querySelector("ben-monitor")?.exportWorkbook();
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
  });
  const book = text(unzip(Buffer.from(bytes)), "xl/workbook.xml");
  const names = [...book.matchAll(/<sheet name="([^"]*)"/g)].map(([, one = ""]) => one);
  expect(names.some((one) => one === "𠀀".repeat(15))).toBe(true);
  for (const one of names) expect(one.length).toBeLessThanOrEqual(31);
});
