// What leaves the page: pictures, tables, a workbook, the clipboard and paper. It says what the page says, is marked for
// whom it is, tells nothing that is hidden, and holds nothing that a spreadsheet program would take for a formula.
import { expect, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import { choose, csv, eventAfter, open, SAMPLES, watchComplaints, watchPolicy } from "./page";

interface Row {
  code: string;
  label: string;
  count: number | null;
}
interface Indicator {
  id: string;
  kind: string;
  n: number;
  missing: number;
  title: string;
  unit?: string;
  rows?: Row[];
}

const INTERN = "INTERN: exacte cijfers, niet om te delen";
const PUBLICATION = "/tests/publication.html";

const indicatorOf = (page: Page, id: string) =>
  page.evaluate(
    (wanted) => document.querySelector("ben-monitor")?.report?.indicators.find((one) => one.id === wanted),
    id,
  ) as unknown as Promise<Indicator>;

/** What a method of the element gives, as bytes. */
async function bytesOf(
  page: Page,
  method: string,
  ...given: unknown[]
): Promise<{ type: string; bytes: Buffer }> {
  const { type, bytes } = await page.evaluate(
    async ([name, ...rest]) => {
      const element = document.querySelector("ben-monitor") as unknown as Record<
        string,
        (...given: unknown[]) => Promise<Blob>
      >;
      const blob = await element[name as string]?.(...rest);
      return { type: blob?.type ?? "", bytes: [...new Uint8Array((await blob?.arrayBuffer()) ?? [])] };
    },
    [method, ...given] as const,
  );
  return { type, bytes: Buffer.from(bytes) };
}

/** With what code and sentence a method refuses. */
const refusalOf = (page: Page, method: string, ...given: unknown[]) =>
  page.evaluate(
    async ([name, ...rest]) => {
      const element = document.querySelector("ben-monitor") as unknown as Record<
        string,
        (...given: unknown[]) => Promise<Blob>
      >;
      return element[name as string]?.(...rest).then(
        () => "none",
        ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
      );
    },
    [method, ...given] as const,
  );

/** What stands on every sheet, as the page says it to the browser. */
const margins = (page: Page) =>
  page.evaluate(() =>
    document.adoptedStyleSheets
      .flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText))
      .join("\n"),
  );

/** How often something was told to have left the page, by its kind; call before it does. */
const watchExports = (page: Page) =>
  page.evaluate(() => {
    const kinds: string[] = [];
    Object.assign(window, { kinds });
    document.addEventListener("ben-export", (event) => kinds.push((event as CustomEvent).detail.kind));
  });
const exportsOf = (page: Page) => page.evaluate(() => (window as unknown as { kinds: string[] }).kinds);

/** The CSV as lines of cells; the element writes no line ends within cells here. */
const cells = (text: string) =>
  text
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(";").map((cell) => cell.replace(/^"|"$/g, "").replaceAll('""', '"')));

test("a drawing leaves as an SVG that stands by itself", async ({ page }) => {
  const breaches = await watchPolicy(page);
  const complaints = watchComplaints(page);
  await open(page);
  await choose(page, SAMPLES);
  const { title, n } = await indicatorOf(page, "leeftijd");
  const { type, bytes } = await bytesOf(page, "exportImage", "leeftijd", { type: "image/svg+xml" });
  expect(type).toBe("image/svg+xml");
  const text = bytes.toString("utf8");
  const read = await page.evaluate((source) => {
    const svg = new DOMParser().parseFromString(source, "image/svg+xml");
    const words = [...svg.querySelectorAll("text")].map((one) => one.textContent?.trim()).join(" ");
    return {
      broken: svg.querySelector("parsererror")?.textContent,
      title: svg.querySelector("title")?.textContent,
      told: (svg.querySelector("desc")?.textContent ?? "").length,
      words,
      ground: svg.querySelector("rect")?.getAttribute("fill"),
    };
  }, text);
  expect(read.broken).toBeUndefined();
  expect(read.title).toBe(title);
  expect(read.told).toBeGreaterThan(20);
  expect(read.ground).toBe("#FFFFFF");
  for (const words of [INTERN, "ijsselland-2024.csv", `n = ${n}`, "Peildatum", "klein aantal"]) {
    expect(read.words.replaceAll("\u00a0", " ")).toContain(words);
  }
  expect(text).not.toMatch(/href|url\(|<image|style=|<script/);
  expect(await breaches()).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a drawing leaves as a PNG on white, twice as fine, also from a dark page", async ({ page }) => {
  await open(page);
  await page.evaluate(() => document.querySelector("ben-monitor")?.setAttribute("theme", "dark"));
  await choose(page, SAMPLES);
  const heard = page.evaluate(
    () =>
      new Promise((resolve) =>
        document.addEventListener("ben-export", (event) => resolve((event as CustomEvent).detail)),
      ),
  );
  const { type, bytes } = await bytesOf(page, "exportImage", "problematiek", { type: "image/png" });
  expect(type).toBe("image/png");
  expect(await heard).toEqual({ kind: "image" });
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(bytes.readUInt32BE(16)).toBe(1440);
  // Pixels of a 192nd of an inch.
  expect(bytes.subarray(37, 41).toString("latin1")).toBe("pHYs");
  expect(bytes.readUInt32BE(41)).toBe(7559);
  const corner = await page.evaluate(
    async (raw) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(raw)], { type: "image/png" }));
      const canvas = new OffscreenCanvas(1, 1);
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
    },
    [...bytes],
  );
  expect(corner).toEqual([255, 255, 255, 255]);
});

test("what can't leave is refused with a code and a sentence", async ({ page }) => {
  await open(page);
  expect(await refusalOf(page, "exportTable", "leeftijd")).toMatch(
    /^export\.nothing-shown: Er zijn nog geen cijfers om mee te nemen/,
  );
  await choose(page, SAMPLES);
  expect(await refusalOf(page, "exportImage", "bestaat-niet")).toMatch(
    /^export\.unknown-indicator: .*staat niet op de pagina/,
  );
  expect(await refusalOf(page, "exportImage", "leeftijd", { type: "image/gif" })).toMatch(
    /^export\.unknown-type: .*image\/png/,
  );
  expect(await refusalOf(page, "exportImage", "overleggen")).toMatch(/^export\.no-drawing: .*geen grafiek/);
});

test("a table leaves as Dutch Excel reads it, with the numbers of the report", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const { rows = [], n, title } = await indicatorOf(page, "problematiek");
  const { type, bytes } = await bytesOf(page, "exportTable", "problematiek");
  expect(type).toContain("text/csv");
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const table = cells(bytes.toString("utf8"));
  expect(table[0]).toEqual([INTERN]);
  expect(table[1]).toEqual([title]);
  for (const { label, count } of rows) {
    expect(table.find(([first]) => first === label)?.[1], label).toBe(`${count}`);
  }
  const told = Object.fromEntries(table.filter((line) => line.length === 2).map(([a, b]) => [a, b]));
  expect(told.n).toBe(`${n}`);
  expect(told.Bron).toContain("ijsselland-2024.csv");
  expect(told.Peildatum).toContain("2024");
  const days = cells((await bytesOf(page, "exportTable", "doorlooptijd")).bytes.toString("utf8"));
  expect(days.flat().some((cell) => /^\d+,5$/.test(cell))).toBe(true);
});

test("a mean is rounded as on the page", async ({ page }) => {
  await open(page);
  const rows = Array.from({ length: 20 }, (_, at) => `0${(at % 9) + 1}-03-2024;${at < 3 ? 1 : 0}`);
  await choose(page, [csv("eigen.csv", ["aanmelddatum;aantal_MDO", ...rows].join("\r\n"))]);
  const table = cells((await bytesOf(page, "exportTable", "overleggen")).bytes.toString("utf8"));
  expect(table.find((line) => line.includes("20") && line.includes("3"))).toContain("0,2");
});

test("headings and answers of a file are never formulas", { tag: "@chromium" }, async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const lines = Array.from({ length: 12 }, (_, at) =>
    [`C${at}`, `0${(at % 9) + 1}-03-2024`, ["=1+1", "@SUM(A1)", "-2+3", "+cmd"][at % 4]].join(";"),
  );
  const file = ["casus;aanmelddatum;=HYPERLINK", ...lines].join("\r\n");
  await open(page);
  await choose(page, [csv("eigen.csv", file)]);
  await eventAfter(page, "ben-rendered", () =>
    page.evaluate(() => {
      const element = document.querySelector("ben-monitor");
      const mapping = element?.mapping;
      return element?.setMapping({ values: {}, columns: { ...mapping?.columns, "=HYPERLINK": "eigen_1" } });
    }),
  );
  const text = (await bytesOf(page, "exportTable", "eigen_1")).bytes.toString("utf8");
  const table = cells(text);
  expect(text).toContain("1+1");
  expect(table.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  const sheets = await workbookRead(page);
  const all = Object.values(sheets).join("\n");
  expect(all).toContain("=1+1");
  const { bytes } = await bytesOf(page, "exportWorkbook");
  expect(bytes.includes("<f>")).toBe(false);
  const figure = page.locator("ben-monitor ben-monitor-chart").filter({ hasText: "HYPERLINK" }).first();
  await figure.getByRole("button", { name: /^Meenemen/ }).click();
  await figure.getByRole("menuitem", { name: "Kopieer tabel" }).click();
  await expect(figure.locator(".leave-said")).toContainText("gekopieerd");
  const pasted = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const html = (await (await item?.getType("text/html"))?.text()) ?? "";
    const page = new DOMParser().parseFromString(html, "text/html");
    return [...page.querySelectorAll("p, td, th")].map(({ textContent }) => textContent ?? "");
  });
  expect(pasted.join("\n")).toContain("HYPERLINK");
  expect(pasted.filter((words) => /^[=+\-@\t\r]/.test(words))).toEqual([]);
});

/** The sheets of the workbook as text, by their names, as our own reader reads them. */
async function workbookRead(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const blob = (await document.querySelector("ben-monitor")?.exportWorkbook()) as Blob;
    const worker = new Worker("/pkg/ben-monitor-sheets.js", { type: "module" });
    const ask = (order: object, until: string) =>
      new Promise<{ data: Record<string, unknown>; text: string }>((resolve, reject) => {
        let text = "";
        worker.onmessage = ({ data }) => {
          if (data.kind === "piece") text += new TextDecoder().decode(data.bytes);
          else if (data.kind === until) resolve({ data, text });
          else if (data.kind !== "ready") reject(new Error(JSON.stringify(data)));
        };
        worker.postMessage(order);
      });
    const { data } = await ask({ kind: "open", blob, lang: "nl" }, "opened");
    const sheets: Record<string, string> = {};
    for (const [sheet, name] of (data.names as string[]).entries()) {
      sheets[name] = (await ask({ kind: "read", sheet, head: false }, "written")).text;
    }
    worker.terminate();
    return sheets;
  });
}

test("a workbook holds every table with real numbers, and a sheet that explains", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const sheets = await workbookRead(page);
  const names = Object.keys(sheets);
  expect(names[0]).toBe("Uitleg");
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
  for (const text of Object.values(sheets)) expect(text).toContain(INTERN);
  const guide = sheets.Uitleg ?? "";
  for (const words of ["Bron", "ijsselland-2024.csv", "Peildatum", "Selectie", "n is het aantal zaken"]) {
    expect(guide).toContain(words);
  }
  const { rows = [] } = await indicatorOf(page, "problematiek");
  const found = names.find((name) => rows.every(({ label }) => sheets[name]?.includes(label)));
  const lines = (sheets[found ?? ""] ?? "")
    .split(/\r?\n/)
    .map((line) => line.replaceAll('"', "").split(/[;,]/));
  for (const { label, count } of rows) {
    const line = lines.find(([first]) => first === label);
    expect(line?.[1], label).toBe(`${count}`);
    expect(Number(line?.[2]?.replace(",", ".")), label).toBeGreaterThanOrEqual(0);
  }
});

test("the sheet of shares says of which cases, and how many have no answer", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const { Aandelen: text = "" } = await workbookRead(page);
  for (const words of ["Zonder antwoord", "Periode", "Selectie", "alle aanmeldingen"]) {
    expect(text).toContain(words);
  }
  const { missing } = await indicatorOf(page, "bijna_18");
  const { missing: other } = await indicatorOf(page, "maatregel_ja");
  const last = text.split(/\r?\n/).map((line) => line.split(/[;,]/).at(-1));
  expect(last).toEqual(expect.arrayContaining([`${missing}`, `${other}`]));
});

test("a workbook holds no series that is not on the page", async ({ page }) => {
  await page.goto(PUBLICATION);
  await expect(page.locator("ben-monitor canvas").first()).toBeVisible();
  const perUnit = async () => Object.keys(await workbookRead(page)).filter((name) => / per /.test(name));
  expect(await perUnit()).not.toEqual([]);
  await page.evaluate(() => document.querySelector("ben-monitor")?.setAttribute("indicators", "leeftijd"));
  expect(await perUnit()).toEqual([]);
});

test("what did not work is told for the eyes too, in a sentence", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await page.evaluate(() => {
    const fail = () => {
      throw new Error("x");
    };
    window.print = fail;
    HTMLCanvasElement.prototype.toBlob = fail;
  });
  const sentence = "Dit is niet gelukt. Probeer het opnieuw.";
  await page.getByRole("button", { name: "Afdrukken" }).click();
  await expect(page.locator("ben-monitor .leave-refused")).toHaveText(sentence);
  expect(await faults(page)).toEqual([]);
  const figure = page.locator("ben-monitor ben-monitor-chart").first();
  await figure.getByRole("button", { name: /^Meenemen/ }).click();
  await figure.getByRole("menuitem", { name: /PNG/ }).click();
  await expect(figure.locator(".leave-said")).toHaveText(sentence);
});

test("of a publication everything says how it is protected, and hidden stays hidden", async ({ page }) => {
  await page.addInitScript(() => {
    const drawn = new Promise((resolve) => {
      document.addEventListener("ben-rendered", (event) => {
        if ((event as CustomEvent).detail.all) resolve(event);
      });
    });
    Object.assign(window, { drawn });
  });
  await page.goto(PUBLICATION);
  await page.evaluate(() => (window as unknown as { drawn: Promise<unknown> }).drawn.then(() => undefined));
  const badge = "geen aantallen onder de 10, afgerond op 5";
  const report = (await page.evaluate(() => document.querySelector("ben-monitor")?.report)) as unknown as {
    indicators: Indicator[];
  };
  const hiding = report.indicators.find(({ rows }) => rows?.some(({ count }) => count === null));
  const id = hiding?.id ?? "";
  const hidden = hiding?.rows?.filter(({ count }) => count === null) ?? [];
  expect(hidden.length).toBeGreaterThan(0);
  const table = cells((await bytesOf(page, "exportTable", id)).bytes.toString("utf8"));
  expect(table.flat().join(" ")).toContain(badge);
  for (const { label } of hidden) expect(table.find(([first]) => first === label)?.[1]).toBe("verborgen");
  const drawing = (await bytesOf(page, "exportImage", id, { type: "image/svg+xml" })).bytes.toString("utf8");
  expect(drawing).toContain("verborgen");
  expect(drawing).toContain("afgerond op 5");
  const sheets = await workbookRead(page);
  for (const text of [drawing, table.flat().join(" "), ...Object.values(sheets)]) {
    expect(text).not.toContain("INTERN");
  }
  for (const text of Object.values(sheets)) expect(text).toContain(badge);
});

test("the menu of a figure opens, walks and closes by keyboard", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const figure = page.locator("ben-monitor ben-monitor-chart").first();
  const button = figure.getByRole("button", { name: /^Meenemen/ });
  await button.focus();
  await page.keyboard.press("ArrowDown");
  const items = figure.getByRole("menuitem");
  await expect(items.first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(items.last()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(items.first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(items.last()).toBeFocused();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(items).toHaveCount(0);
  await expect(button).toBeFocused();
  await button.click();
  await page.keyboard.press("Tab");
  await expect(items).toHaveCount(0);
});

test("the menu fits on a narrow screen", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await choose(page, SAMPLES);
  const figure = page.locator("ben-monitor ben-monitor-chart").first();
  await figure.getByRole("button", { name: /^Meenemen/ }).click();
  const box = await figure.getByRole("menu").boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
  for (const item of await figure.getByRole("menuitem").all()) {
    expect((await item.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("a file is saved under a name that tells nothing of what was read", { tag: "@chromium" }, async ({
  page,
}) => {
  await open(page);
  await choose(page, SAMPLES);
  const figure = page.locator("ben-monitor ben-monitor-chart").first();
  for (const [item, name] of [
    [/PNG/, /^ben-monitor-[a-z_]+-intern\.png$/],
    [/SVG/, /^ben-monitor-[a-z_]+-intern\.svg$/],
    [/CSV/, /^ben-monitor-[a-z_]+-intern\.csv$/],
  ] as const) {
    await figure.getByRole("button", { name: /^Meenemen/ }).click();
    const saved = page.waitForEvent("download");
    await figure.getByRole("menuitem", { name: item }).click();
    expect((await saved).suggestedFilename()).toMatch(name);
    await expect(page.locator("ben-monitor .page > [role=status]")).toContainText("bewaard");
  }
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Excel" }).click();
  expect((await saved).suggestedFilename()).toBe("ben-monitor-tabellen-intern.xlsx");
});

test("a picture, a table and a text are copied as what they are", { tag: "@chromium" }, async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const breaches = await watchPolicy(page);
  await open(page);
  await choose(page, SAMPLES);
  const figure = page
    .locator("ben-monitor ben-monitor-chart")
    .filter({ hasText: /problematiek/i })
    .first();
  const copied = async (item: RegExp) => {
    await figure.getByRole("button", { name: /^Meenemen/ }).click();
    await figure.getByRole("menuitem", { name: item }).click();
    await expect(figure.locator(".leave-said")).toContainText("gekopieerd");
    return page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const text = async (type: string) =>
        item?.types.includes(type) ? (await item.getType(type)).text() : "";
      return { types: item?.types ?? [], html: await text("text/html"), plain: await text("text/plain") };
    });
  };
  expect((await copied(/afbeelding$/)).types).toEqual(["image/png"]);
  const table = await copied(/Kopieer tabel/);
  expect([...table.types].sort()).toEqual(["text/html", "text/plain"]);
  expect(table.html).toContain("<table");
  expect(table.html).toContain(INTERN);
  expect(table.plain).toContain("\t");
  expect(table.plain).toContain(INTERN);
  const words = await copied(/met tekst/);
  expect(words.html).toMatch(/<img[^>]+src="data:image\/png;base64,/);
  expect(words.plain).toContain(INTERN);
  // Some programs leave the picture out.
  const around = words.html.replace(/<img[^>]*>/, "");
  for (const told of [INTERN, "Bron: ", "ijsselland-2024.csv"]) expect(around).toContain(told);
  expect(await breaches()).toEqual([]);
});

test("that the window for printing opens is said before, and that it printed when it does", {
  tag: "@chromium",
}, async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await watchExports(page);
  const said = page.evaluate(
    () =>
      new Promise((resolve) => {
        window.print = () =>
          resolve(
            document.querySelector("ben-monitor")?.shadowRoot?.querySelector(".page > [role=status]")
              ?.textContent,
          );
      }),
  );
  await page.getByRole("button", { name: "Afdrukken" }).click();
  expect(await said).toContain("Het venster om af te drukken gaat open");
  expect(await exportsOf(page)).toEqual([]);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await exportsOf(page)).toEqual(["print"]);
});

test("the first charts of a large file are marked on paper too", { tag: "@chromium" }, async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await page.evaluate(async () => {
    const element = document.querySelector("ben-monitor") as unknown as {
      shown: object;
      updateComplete: Promise<void>;
    };
    element.shown = { ...element.shown, complete: false };
    await element.updateComplete;
  });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("ben-monitor .cover-mark")).toHaveText(INTERN);
  await expect(page.locator("ben-monitor .bar")).toBeVisible();
  await expect(page.locator("ben-monitor ben-monitor-chart canvas").first()).toBeVisible();
  expect(await margins(page)).toContain(INTERN);
});

test("beside a publication exact figures make every sheet INTERN", { tag: "@chromium" }, async ({ page }) => {
  await open(page, "/tests/two.html");
  await choose(page, SAMPLES, "#first");
  await page.evaluate(async () => {
    const second = document.querySelector<HTMLElement & { load(address: string): Promise<unknown> }>(
      "#second",
    );
    await second?.load("/tests/publicatie-website.json");
  });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const words = await margins(page);
  expect(words).toContain(INTERN);
  expect(words).not.toMatch(/Publi/);
  await expect(page.locator("#second .cover-mark.public")).toHaveCount(1);
});

test("on paper there are a cover, drawings as lines and tables, and none of the controls", {
  tag: "@chromium",
}, async ({ page }) => {
  await open(page);
  await page.evaluate(() => document.querySelector("ben-monitor")?.setAttribute("theme", "dark"));
  await choose(page, SAMPLES);
  const element = page.locator("ben-monitor");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const cover = element.locator(".cover");
  await expect(cover).toContainText(INTERN);
  for (const words of ["Monitor 2024", "Bron", "Peildatum", "Selectie", "alle aanmeldingen"]) {
    await expect(cover).toContainText(words);
  }
  const drawn = await element.locator("ben-monitor-chart svg.on-paper").count();
  expect(drawn).toBeGreaterThan(15);
  await expect(element.locator("ben-monitor-chart canvas:visible")).toHaveCount(0);
  await expect(element.locator("button:visible")).toHaveCount(0);
  expect(await element.locator(".paper-tables table:visible").count()).toBeGreaterThan(drawn);
  const ink = await element.locator(".cover-title").evaluate((one) => getComputedStyle(one).color);
  expect(ink).toBe("rgb(27, 36, 48)");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(element.locator(".on-paper")).toHaveCount(0);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});

test("a printed report is a tagged document of several pages", { tag: "@chromium" }, async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const pdf = (await page.pdf({ format: "A4", tagged: true, preferCSSPageSize: true })).toString("latin1");
  expect(pdf).toContain("/StructTreeRoot");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(4);
  await expect(page.locator("ben-monitor .on-paper")).toHaveCount(0);
});
