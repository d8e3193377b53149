// The presentation: what is on the slides and how large, the ways through it, a filter in it, and who does not see it.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import { choose, csv, eventAfter, open, SAMPLES, watchComplaints, watchPolicy } from "./page";

const PROJECTOR = { width: 1920, height: 1080 };
const dialog = (page: Page) => page.getByRole("dialog", { name: "Presentatie" });
const said = (page: Page) => dialog(page).getByRole("status");
const title = (page: Page) => dialog(page).getByRole("heading", { level: 2 });
const place = (page: Page) => dialog(page).locator(".place");

/** A page with the sample files, or with a publication, and its presentation begun by its button. */
async function begin(page: Page, address = "/tests/one.html", only = ""): Promise<Locator> {
  await page.setViewportSize(PROJECTOR);
  await open(page, address);
  await page.evaluate((ids) => document.querySelector("ben-monitor")?.setAttribute("indicators", ids), only);
  if (address.includes("one")) await choose(page, SAMPLES);
  else await expect(page.locator("ben-monitor canvas").first()).toBeVisible();
  await page.getByRole("button", { name: "Presenteren", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  return page.getByRole("dialog");
}

/** Enough of every kind for what takes long to look at. */
const FEW = "aanmeldingen regio monitor doorlooptijd samenhang";

/** What stands on the slides, as the report has it. */
const told = (page: Page) =>
  page.evaluate(() => {
    const all = (document.querySelector("ben-monitor")?.report?.indicators ?? []) as unknown as {
      id: string;
      kind: string;
      unit?: string;
      title: string;
    }[];
    const [unit] = all.flatMap((one) => (one.kind === "series" ? [one.unit] : []));
    return all.filter((one) => one.kind !== "series" || one.unit === unit).map((one) => one.title);
  });

/** What is to be known of the figure with this title before one believes it. */
const cautions = (page: Page, wanted: string) =>
  page.evaluate((title) => {
    const all = (document.querySelector("ben-monitor")?.report?.indicators ?? []) as unknown as {
      title: string;
      cautions?: string[];
    }[];
    return all.find((one) => one.title === title)?.cautions ?? [];
  }, wanted);

/** Sizes of letters that a person sees, the smallest first; of the drawing its smallest. */
const sizes = (page: Page) =>
  dialog(page).evaluate((root) => {
    const found: [number, string][] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.textContent?.trim() || !parent?.checkVisibility() || parent.closest(".hidden")) continue;
      found.push([Number.parseFloat(getComputedStyle(parent).fontSize), node.textContent.trim()]);
    }
    // The core's smallest letters have 12 pixels: as in src/charts/sheet.rs.
    const picture = root.querySelector("ben-monitor-picture") as unknown as {
      drawn: { scale: number } | null;
    } | null;
    if (picture?.drawn) found.push([12 * picture.drawn.scale, "drawing"]);
    return found.sort(([one], [other]) => one - other);
  });

test("the opening tells source, period, number and protection, and each message has a slide of its own", async ({
  page,
}) => {
  test.slow();
  const policy = await watchPolicy(page);
  const complaints = watchComplaints(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.setViewportSize(PROJECTOR);
  await open(page);
  await choose(page, SAMPLES);
  const before = asked.length;
  await page.keyboard.press("p");
  await expect(dialog(page)).toBeVisible();
  const opening = dialog(page).locator("section");
  for (const words of [
    "Monitor 2024",
    "ijsselland-2024.csv en twente-2024.csv",
    "januari – december 2024",
    "190 aanmeldingen",
    "INTERN: exacte cijfers",
  ])
    await expect(opening).toContainText(words);
  const titles = await told(page);
  for (const [at, wanted] of titles.entries()) {
    await page.keyboard.press("ArrowRight");
    await expect(title(page)).toHaveText(wanted);
    await expect(place(page)).toHaveText(`${at + 2} / ${titles.length + 1}`);
    await expect(said(page)).toHaveText(`Dia ${at + 2} van ${titles.length + 1}: ${wanted}`);
    await expect(dialog(page).locator(".foot")).toContainText("n = ");
    await expect(dialog(page).locator(".foot")).toContainText("Bron: ijsselland-2024.csv");
    await expect(dialog(page).getByText("INTERN", { exact: true })).toBeVisible();
    const [caution] = await cautions(page, wanted);
    if (caution) await expect(dialog(page).locator(".caution")).toContainText(caution);
  }
  expect(asked.slice(before)).toEqual([]);
  expect(await policy()).toEqual([]);
  expect(complaints).toEqual([]);
});

test("on a projector no letter is under 18 pixels, and every drawing fits", async ({ page }) => {
  test.slow();
  await begin(page);
  const count = (await told(page)).length;
  for (let at = 0; at <= count; at++) {
    const [least] = await sizes(page);
    expect(least?.[0], `slide ${at + 1}: ${least?.[1]}`).toBeGreaterThanOrEqual(18);
    const over = await dialog(page).evaluate((root) => {
      const figure = root.querySelector(".figure");
      const stage = root.querySelector(".stage");
      const beyond = (one: Element | null) => (one ? one.scrollHeight - one.clientHeight : 0);
      return [beyond(figure), beyond(stage), root.scrollWidth - root.clientWidth];
    });
    expect(over, `slide ${at + 1}`).toEqual([0, 0, 0]);
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("Home");
  for (const key of ["ArrowRight", "n"]) await page.keyboard.press(key);
  expect((await sizes(page))[0]?.[0]).toBeGreaterThanOrEqual(18);
  await page.keyboard.press("o");
  await expect(dialog(page).locator(".tile")).toHaveCount(count + 1);
  expect((await sizes(page))[0]?.[0]).toBeGreaterThanOrEqual(18);
  // The tiles scroll, and nothing else does.
  await page.keyboard.press("End");
  await expect(dialog(page).locator(".tile button").last()).toBeInViewport();
  await expect(title(page)).toBeInViewport({ ratio: 1 });
  await expect(dialog(page).getByRole("button", { name: "Stoppen" })).toBeInViewport({ ratio: 1 });
});

test("the stage is 16:9 and fills what there is, whatever the shape of the screen", async ({ page }) => {
  await begin(page);
  for (const size of [PROJECTOR, { width: 1280, height: 900 }, { width: 2560, height: 1080 }]) {
    await page.setViewportSize(size);
    const box = await dialog(page).locator(".stage").boundingBox();
    if (!box) throw new Error("there is a stage");
    expect(box.width / box.height).toBeCloseTo(16 / 9, 2);
    expect(Math.max(box.width / size.width, box.height / size.height)).toBeCloseTo(1, 2);
  }
});

test("keys and buttons lead through the story, and Escape leads back to where the focus was", async ({
  page,
}) => {
  await begin(page);
  const last = (await told(page)).length + 1;
  const steps: [string, number][] = [
    ["ArrowRight", 2],
    ["ArrowDown", 3],
    ["PageDown", 4],
    ["Space", 5],
    ["ArrowLeft", 4],
    ["ArrowUp", 3],
    ["PageUp", 2],
    ["Shift+Space", 1],
    ["ArrowLeft", 1],
    ["End", last],
    ["ArrowRight", last],
    ["Home", 1],
  ];
  for (const [key, at] of steps) {
    await page.keyboard.press(key);
    await expect(place(page), key).toHaveText(`${at} / ${last}`);
  }
  await dialog(page).getByRole("button", { name: "Volgende" }).click();
  await expect(place(page)).toHaveText(`2 / ${last}`);
  // The space bar presses the button that has the focus: one slide, not two.
  await page.keyboard.press("Space");
  await expect(place(page)).toHaveText(`3 / ${last}`);
  await dialog(page).getByRole("button", { name: "Vorige" }).click();
  await expect(place(page)).toHaveText(`2 / ${last}`);
  for (const button of await dialog(page).getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Presenteren" })).toBeFocused();
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test("it takes the whole screen where the browser gives it, and leaves with it", async ({ page }) => {
  await begin(page);
  expect(await page.evaluate(() => document.fullscreenElement?.localName)).toBe("ben-monitor");
  await page.evaluate(() => document.exitFullscreen());
  await expect(dialog(page)).toHaveCount(0);
});

test("refused the whole screen it covers the page", async ({ page }) => {
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError("refused"));
  });
  await begin(page);
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
  expect(await dialog(page).boundingBox()).toEqual({ x: 0, y: 0, ...PROJECTOR });
});

test("the focus stays inside, and the page behind is out of reach", async ({ page }) => {
  await begin(page);
  await page.keyboard.press("ArrowRight");
  for (let at = 0; at < 12; at++) {
    await page.keyboard.press("Tab");
    const where = await page.evaluate(() => {
      const focus = document.querySelector("ben-monitor")?.shadowRoot?.activeElement?.localName;
      return focus ?? document.activeElement?.localName;
    });
    // Between the last and the first the browser itself may have it.
    expect(["ben-monitor-stage", "body"]).toContain(where);
  }
});

test("a bar selects as on the page: the story is counted anew and stays where it was", async ({ page }) => {
  await begin(page);
  for (const key of ["ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  const bar = dialog(page).getByRole("option", { name: /^Twente/ });
  await bar.focus();
  await eventAfter(page, "ben-filter-change", () => page.keyboard.press("Enter"));
  await expect(said(page)).toContainText("Opnieuw geteld: 144 van 190 aanmeldingen. Dia 3 van");
  await expect(dialog(page).locator(".top")).toContainText("Regio: Twente · 144 van 190 aanmeldingen");
  await expect(bar).toBeFocused();
  await expect(bar).toHaveAttribute("aria-selected", "true");
  // Within the marks the arrows are theirs.
  await page.keyboard.press("ArrowDown");
  await expect(place(page)).toContainText("3 /");
  await dialog(page).getByRole("button", { name: "Volgende" }).click();
  await expect(dialog(page).locator(".foot")).toContainText("n = 144");
  await eventAfter(page, "ben-filter-change", () =>
    dialog(page).getByRole("button", { name: "Toon alles" }).click(),
  );
  await expect(dialog(page).locator(".foot")).toContainText("n = 190");
  await expect(place(page)).toContainText("4 /");
  // What lost its button did not lose the keys.
  await page.keyboard.press("ArrowRight");
  await expect(place(page)).toContainText("5 /");
});

test("the overview goes anywhere, and leaves slides out of the story and of PowerPoint", async ({ page }) => {
  await begin(page);
  const titles = await told(page);
  await page.keyboard.press("o");
  const tiles = dialog(page).locator(".tile button");
  await expect(tiles).toHaveCount(titles.length + 1);
  await expect(tiles.first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(tiles.nth(6)).toBeFocused();
  // Beside the slide that has the tab stop, its tick.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(dialog(page).getByRole("checkbox", { name: `Doet mee: ${titles[5]}` })).not.toBeChecked();
  await tiles.nth(7).click();
  await expect(title(page)).toHaveText(titles[6] ?? "");
  await expect(place(page)).toHaveText(`7 / ${titles.length}`);
  await page.keyboard.press("ArrowLeft");
  await expect(title(page)).toHaveText(titles[4] ?? "");
  const slides = await page.evaluate(async () => {
    const blob = await document.querySelector("ben-monitor")?.exportSlides();
    return new TextDecoder("latin1").decode(await blob?.arrayBuffer()).match(/ppt\/slides\/slide\d+\.xml/g);
  });
  expect(new Set(slides).size).toBe(titles.length);
});

test("the figures of a slide are there when they are asked for", async ({ page }) => {
  await begin(page);
  for (const key of ["ArrowRight", "ArrowRight", "n"]) await page.keyboard.press(key);
  const table = dialog(page).getByRole("table");
  await expect(table.getByRole("row", { name: "Twente 144 76%" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  // A share has a table too.
  await expect(table.getByRole("row", { name: "Ja 141" })).toBeVisible();
  await page.keyboard.press("t");
  await expect(table).toHaveCount(0);
});

test("the key starts nothing where somebody types, beside another element, or turned off", async ({
  page,
}) => {
  await open(page, "/tests/two.html");
  await choose(page, SAMPLES, "#first");
  await page.keyboard.press("p");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // With the focus in one of two it is that one.
  await page.locator("#first").getByRole("button", { name: "Presenteren" }).focus();
  await page.keyboard.press("p");
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("o");
  await dialog(page).getByRole("checkbox", { name: "De toets P start de presentatie" }).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("p");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a letter that is typed is only typed", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await page.evaluate(() => document.querySelector("main")?.prepend(document.createElement("input")));
  await page.locator("main > input").press("p");
  await expect(page.locator("main > input")).toHaveValue("p");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("only what the page shows is told, in the order that it asks for", async ({ page }) => {
  await open(page);
  await page.evaluate(() =>
    document.querySelector("ben-monitor")?.setAttribute("indicators", "geslacht regio"),
  );
  await choose(page, SAMPLES);
  await page.keyboard.press("p");
  await expect(place(page)).toHaveText("1 / 3");
  await page.keyboard.press("ArrowRight");
  await expect(title(page)).toContainText("jongen");
  await page.keyboard.press("ArrowRight");
  await expect(title(page)).toContainText("Twente");
});

test("a publication is presented as it is protected, and a state of it can be chosen", async ({ page }) => {
  const asked: string[] = [];
  await page.setViewportSize(PROJECTOR);
  await open(page, "/tests/publication.html");
  await expect(page.locator("ben-monitor canvas").first()).toBeVisible();
  page.on("request", (request) => asked.push(request.url()));
  await page.keyboard.press("p");
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).locator(".about")).toContainText("Beschermd: geen aantallen onder de 10");
  await expect(dialog(page)).not.toContainText("INTERN");
  const titles = await told(page);
  for (const wanted of titles) {
    await page.keyboard.press("ArrowRight");
    await expect(title(page)).toHaveText(wanted);
  }
  await page.keyboard.press("n");
  await expect(dialog(page).getByRole("table")).toContainText("verborgen");
  await page.keyboard.press("n");
  // Nothing can be chosen by a bar: there are no cases behind it.
  await expect(dialog(page).locator(".plot.can")).toHaveCount(0);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await dialog(page).getByRole("combobox", { name: "Regio" }).selectOption("Twente");
  await expect(said(page)).toContainText("Opnieuw geteld");
  await expect(place(page)).toContainText("2 /");
  // What presents comes when somebody presents; after that nothing is asked.
  expect(asked.filter((address) => !/\.js$/.test(address))).toEqual([]);
});

test("it ends with its figures", async ({ page }) => {
  await begin(page);
  await page.evaluate(() => document.querySelector("ben-monitor")?.forget());
  await expect(dialog(page)).toHaveCount(0);
  const code = await page.evaluate(() =>
    document
      .querySelector("ben-monitor")
      ?.present()
      .then(
        () => "",
        (error: { code: string }) => error.code,
      ),
  );
  expect(code).toBe("meeting.nothing");
});

test("a finger's sweep goes on and back", async ({ page }) => {
  await begin(page);
  const sweep = (from: number, to: number) =>
    dialog(page).evaluate(
      (root, [start, end]) => {
        for (const [type, x] of [
          ["touchstart", start],
          ["touchend", end],
        ] as const) {
          const finger = new Touch({ identifier: 1, target: root, clientX: x ?? 0, clientY: 300 });
          root.dispatchEvent(
            new TouchEvent(type, {
              changedTouches: [finger],
              touches: type === "touchstart" ? [finger] : [],
            }),
          );
        }
      },
      [from, to],
    );
  await sweep(900, 500);
  await expect(place(page)).toContainText("2 /");
  await sweep(500, 900);
  await expect(place(page)).toContainText("1 /");
  await sweep(500, 470);
  await expect(place(page)).toContainText("1 /");
});

for (const width of [320, 640]) {
  test(`at ${width} pixels it flows: nothing is cut, nothing is scrolled sideways`, async ({ page }) => {
    await begin(page);
    await page.setViewportSize({ width, height: 640 });
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"]) {
      await page.keyboard.press(key);
      expect((await sizes(page))[0]?.[0]).toBeGreaterThanOrEqual(12);
      const beyond = await dialog(page).evaluate((root) => root.scrollWidth - root.clientWidth);
      expect(beyond).toBeLessThanOrEqual(0);
    }
    await page.keyboard.press("o");
    expect(await dialog(page).evaluate((root) => root.scrollWidth - root.clientWidth)).toBeLessThanOrEqual(0);
  });
}

test("less motion is no motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await begin(page);
  const name = await dialog(page)
    .locator("section")
    .evaluate((slide) => getComputedStyle(slide).animationName);
  expect(name).toBe("none");
});

for (const [name, set, keys] of [
  ["light", {}, ["ArrowRight", "ArrowRight", "n", "o"]],
  ["dark", { colorScheme: "dark" }, ["ArrowRight", "o"]],
  ["forced colours", { forcedColors: "active" }, ["ArrowRight", "o"]],
] as const) {
  test(`axe-core finds nothing in ${name}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia(set);
    await begin(page, "/tests/one.html", FEW);
    expect(await faults(page)).toEqual([]);
    for (const key of keys) {
      await page.keyboard.press(key);
      // Colours of what is still coming in are not those that stay.
      await page.waitForTimeout(250);
      expect(await faults(page), key).toEqual([]);
    }
  });
}

test("axe-core finds nothing in a publication, nor in English", async ({ page }) => {
  test.slow();
  await begin(page, "/tests/publication.html", FEW);
  for (const key of ["ArrowRight", "ArrowRight", "n", "o"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(250);
    expect(await faults(page), key).toEqual([]);
  }
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.querySelector("ben-monitor")?.setAttribute("lang", "en"));
  await page.getByRole("button", { name: "Present", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Presentation" })).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test("dark, and the colours of the system, are drawn anew while it is shown", async ({ page }) => {
  await begin(page, "/tests/one.html", FEW);
  await page.keyboard.press("ArrowRight");
  /** The ground of the dialog, and the sum of what is painted. */
  const look = () =>
    dialog(page).evaluate((root) => {
      const canvas = root.querySelector<HTMLCanvasElement>("ben-monitor-picture canvas");
      const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      const painted = (pixels as number[]).reduce((sum, part) => sum + part, 0);
      return `${getComputedStyle(root).backgroundColor} ${painted}`;
    });
  const seen = [await look()];
  for (const set of [{ colorScheme: "dark" }, { colorScheme: "dark", forcedColors: "active" }] as const) {
    await page.emulateMedia(set);
    await expect.poll(look).not.toBe(seen.at(-1));
    seen.push(await look());
  }
  expect(new Set(seen.map((one) => one.split(" ").at(-1))).size).toBe(3);
});

test("what a single small file holds is presented too", async ({ page }) => {
  const complaints = watchComplaints(page);
  await open(page);
  await choose(page, [csv("klein.csv", "casusnummer;aanmelddatum;gemeente\n1;5-1-2024;St. Oedenrode\n")]);
  await page.keyboard.press("p");
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("End");
  await page.keyboard.press("n");
  await page.keyboard.press("o");
  expect(complaints).toEqual([]);
});

test("it ends with the element that leaves the page, and can begin again when that comes back", async ({
  page,
}) => {
  await begin(page, "/tests/one.html", FEW);
  const again = () => page.evaluate(() => document.querySelector("ben-monitor")?.present());
  // Moved: it keeps its figures.
  await page.evaluate(() => {
    const element = document.querySelector("ben-monitor");
    element?.parentNode?.append(element);
  });
  await expect(dialog(page)).toHaveCount(0);
  await again();
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(place(page)).toContainText("2 /");
  // Away for a while: it is emptied.
  await page.evaluate(async () => {
    const element = document.querySelector("ben-monitor");
    const parent = element?.parentNode;
    element?.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (element) parent?.append(element);
    await element?.ready;
  });
  await expect(dialog(page)).toHaveCount(0);
  expect(
    await page.evaluate(
      () => document.querySelector("ben-monitor")?.shadowRoot?.querySelectorAll("ben-monitor-stage").length,
    ),
  ).toBe(0);
  await choose(page, SAMPLES);
  await again();
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(place(page)).toContainText("2 /");
});

test("a list that has the focus takes its letters itself", async ({ page }) => {
  await begin(page, "/tests/publication.html", FEW);
  await page.keyboard.press("ArrowRight");
  const list = dialog(page).getByRole("combobox", { name: "Regio" });
  await list.focus();
  for (const key of ["n", "o", "t"]) await page.keyboard.press(key);
  await expect(dialog(page).locator(".figures, .overview")).toHaveCount(0);
});
