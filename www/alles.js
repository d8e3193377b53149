// The page that shows every feature: each button calls the element as any page may.
const monitor = document.querySelector("#monitor");
const told = document.querySelector("#told");

const UNTIDY = [
  "Monitor van ons team;;;",
  "Lft;Aangemeld op;Verblijf;Opmerking",
  "12;1-1-2024;bij tante;a",
  "13;2-2-2024;ouders;b",
  "14;31-2-2024;ouders;c",
  "15;4-4-2024;pleeggezin;d",
  "Totaal;4;;",
].join("\n");

const file = (name, text) => new File([text], name, { type: "text/csv" });

const acts = {
  add: () => monitor.add("samples/twente-2023.csv"),
  untidy: () => monitor.load(file("rommelig.csv", UNTIDY)),
  unreadable: () => monitor.load(file("verslag.csv", "Dit is een verslag, en geen tabel.")),
  forget: () => monitor.forget(),
  filter: () => monitor.setFilter([{ field: "regio", values: ["Twente"] }]),
  clear: () => monitor.setFilter([]),
  crosstab: () => monitor.setCrosstab("aanmelder", "leeftijd"),
  risk: async () => {
    const { title, text } = await monitor.risk();
    told.textContent = `${title}. ${text}`;
  },
  present: () => monitor.present(),
  print: () => window.print(),
  publish: async () => {
    const publication = await monitor.publish({ preset: "website" });
    save("publicatie.json", new Blob([JSON.stringify(publication)], { type: "application/json" }));
  },
};

const saves = {
  slides: async () => ["cijfers-intern.pptx", await monitor.exportSlides()],
  workbook: async () => ["cijfers-intern.xlsx", await monitor.exportWorkbook()],
  table: async () => ["leeftijd-intern.csv", await monitor.exportTable("leeftijd")],
  png: async () => ["leeftijd-intern.png", await monitor.exportImage("leeftijd", { type: "image/png" })],
  svg: async () => ["leeftijd-intern.svg", await monitor.exportImage("leeftijd", { type: "image/svg+xml" })],
};

function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Does it; what goes wrong is a sentence. */
async function run(act) {
  told.textContent = "";
  try {
    await act();
  } catch (error) {
    told.textContent = error.message;
  }
}

for (const button of document.querySelectorAll("button")) {
  const { load, act, save: kind } = button.dataset;
  button.addEventListener("click", () =>
    run(async () => {
      if (load) await monitor.load(load.split(" "));
      if (act) await acts[act]();
      if (kind) save(...(await saves[kind]()));
    }),
  );
}
