// The demo page: shows the sample files at one click. `?lang=en` and `?theme=dark` are for looking around.
const monitor = document.querySelector("ben-monitor");
const wishes = new URLSearchParams(location.search);
for (const name of ["lang", "theme"]) {
  const wish = wishes.get(name);
  if (wish) monitor.setAttribute(name, wish);
}
for (const button of document.querySelectorAll("[data-files]")) {
  // What goes wrong, the element says itself.
  button.addEventListener("click", () =>
    monitor.load(button.dataset.files.split(" ")).catch(() => undefined),
  );
}
