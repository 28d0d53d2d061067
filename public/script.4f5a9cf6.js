// Every page is complete without this. It adds sorting to tables that are
// marked for it: a button in each head, aria-sort on the sorted column; and
// filters to timelines that are marked for them, kept in the address.
(() => {
  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent.trim();
  };
  const compare = (a, b) => {
    const x = Number(a), y = Number(b);
    if (a !== "" && b !== "" && !isNaN(x) && !isNaN(y)) return x - y;
    return a.localeCompare(b, document.documentElement.lang, { numeric: true });
  };
  const sort = (table, head, column) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [key(row, column), row]);
    rows.sort(([a], [b]) => {
      if (a === "" || b === "") return (a === "") - (b === "");
      return down ? compare(b, a) : compare(a, b);
    });
    body.append(...rows.map(([, row]) => row));
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    if (table.tBodies[0].rows.length < 2) continue;
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      if (head.querySelector("a")) button.setAttribute("aria-label", table.dataset.label + " " + head.textContent);
      else button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, head, column));
      head.append(button);
    });
  }
})();

(() => {
  const rail = document.querySelector(".rail[data-labels]");
  if (!rail) return;
  const [source, story, tag, all, differs, shown, everything] = rail.dataset.labels.split("|");
  const slug = (link) => decodeURI(link.href).split("/").at(-2);
  const entries = [...rail.querySelectorAll(".entry")].map((entry) => {
    const [from, of] = [entry.querySelector(".by > a"), entry.querySelector(".of a")];
    return { entry, source: slug(from), story: slug(of), tags: entry.dataset.tags.split(" "), differs: "differs" in entry.dataset, from, of };
  });
  const form = document.createElement("form");
  form.className = "filters";
  const add = (name, label, options) => {
    const p = document.createElement("p"), words = document.createElement("label"), select = document.createElement("select");
    select.name = select.id = words.htmlFor = name;
    words.textContent = label;
    select.add(new Option(all, ""));
    const sorted = [...options].sort(([, a], [, b]) => a.localeCompare(b, document.documentElement.lang));
    for (const [value, text] of sorted) select.add(new Option(text, value));
    p.append(words, " ", select);
    if (sorted.length > 1) form.append(p);
  };
  add("source", source, new Map(entries.map((e) => [e.source, e.from.textContent])));
  add("story", story, new Map(entries.map((e) => [e.story, e.of.textContent])));
  add("tag", tag, new Map(rail.dataset.tags.split("\n").filter(Boolean).map((line) => [line.split(" ", 1)[0], line.slice(line.indexOf(" ") + 1)])));
  const label = document.createElement("label"), box = document.createElement("input");
  label.className = "tick";
  Object.assign(box, { type: "checkbox", name: "differ", value: "1" });
  label.append(box, " " + differs);
  const status = document.createElement("p"), search = document.createElement("a");
  status.setAttribute("role", "status");
  search.textContent = everything;
  const target = document.querySelector('.masthead a[href$="search/index.html"]');
  form.append(label, status);
  const update = (write) => {
    const params = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const count = entries.filter(({ entry, ...e }) => entry.hidden = !(
      (!params.has("source") || params.get("source") === e.source) && (!params.has("story") || params.get("story") === e.story) &&
      (!params.has("tag") || e.tags.includes(params.get("tag"))) && (!params.has("differ") || e.differs))).length;
    for (const part of rail.querySelectorAll(".day, .month")) part.hidden = !part.querySelector(".entry:not([hidden])");
    status.textContent = params.size ? shown + ": " + (entries.length - count) + " / " + entries.length + " " : "";
    if (params.size && target) {
      search.href = target.href + "?" + params;
      status.append(search);
    }
    if (write) try { history.replaceState(null, "", params.size ? "?" + params : location.pathname); } catch { /* not allowed from disk everywhere */ }
  };
  for (const [name, value] of new URLSearchParams(location.search)) {
    const control = form.elements[name];
    if (control?.type === "checkbox") control.checked = value !== "";
    else if (control) control.value = value;
  }
  form.addEventListener("change", () => update(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  rail.before(form);
  update(false);
})();
