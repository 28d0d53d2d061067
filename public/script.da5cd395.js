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
    const sorted = head.getAttribute("aria-sort"), numbers = [...table.tBodies[0].rows].some((row) => key(row, column) !== "" && !isNaN(key(row, column)));
    const down = sorted ? sorted === "ascending" : numbers; // of numbers the largest first
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
  // Which column is sorted stands in the address: ?sort=2, or -2 downwards.
  const keep = (column, down) => {
    const params = new URLSearchParams(location.search);
    params.set("sort", (down ? "-" : "") + (column + 1));
    try { history.replaceState(null, "", "?" + params + location.hash); } catch { /* not allowed from disk everywhere */ }
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    if (table.tBodies[0].rows.length < 2) continue;
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      if (head.querySelector("a")) button.setAttribute("aria-label", table.dataset.label + " " + head.textContent);
      else button.append(...head.childNodes);
      button.addEventListener("click", () => {
        sort(table, head, column);
        keep(column, head.getAttribute("aria-sort") === "descending");
      });
      head.append(button);
    });
    const asked = Number(new URLSearchParams(location.search).get("sort")), head = table.tHead.rows[0].cells[Math.abs(asked) - 1];
    if (head) {
      if (asked > 0) head.setAttribute("aria-sort", "descending");
      else head.setAttribute("aria-sort", "ascending");
      sort(table, head, Math.abs(asked) - 1);
    }
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

// Lists that are marked for it are filtered by what their items say of themselves:
// data-filter has the words for all and for what is shown, and then attributes with
// their labels: tag=Tag holds names with bars between them, differs?only… nothing.
for (const list of document.querySelectorAll("[data-filter]")) {
  const [all, shown, ...filters] = list.dataset.filter.split("|"), keys = filters.map((filter) => filter.split(/[=?]/));
  const items = [...list.querySelectorAll(`[data-${keys[0][0]}]`)], form = document.createElement("form");
  form.className = "filters";
  for (const [n, [key, label]] of keys.entries()) {
    const names = [...new Set(items.flatMap((item) => item.dataset[key]?.split("|") ?? []))].sort((a, b) => a.localeCompare(b, document.documentElement.lang));
    const p = document.createElement("p"), words = document.createElement("label");
    const control = document.createElement(filters[n].includes("?") ? "input" : "select");
    Object.assign(control, { name: key, id: "by-" + key });
    if (control.localName === "input") {
      Object.assign(control, { type: "checkbox", value: "1" });
      words.className = "tick";
      words.append(control, " " + label);
      p.append(words);
    } else {
      words.htmlFor = control.id;
      words.textContent = label;
      for (const name of ["", ...names.filter(Boolean)]) control.add(new Option(name || all, name));
      p.append(words, " ", control);
    }
    if (names.length > 1 || control.localName === "input") form.append(p);
  }
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  form.append(status);
  const update = (write) => {
    const chosen = [...new FormData(form)].filter(([, value]) => value);
    for (const item of items) {
      item.hidden = !chosen.every(([key, value]) => key in item.dataset && (form.elements[key].type === "checkbox" || item.dataset[key].split("|").includes(value)));
    }
    for (const part of list.querySelectorAll("section, details")) part.hidden = !part.querySelector(`[data-${keys[0][0]}]:not([hidden])`);
    if (chosen.length) for (const part of list.querySelectorAll("details")) part.open = true;
    status.textContent = chosen.length ? `${shown}: ${items.filter((item) => !item.hidden).length} / ${items.length}` : "";
    const params = new URLSearchParams(location.search);
    for (const [key] of keys) params.delete(key);
    for (const [key, value] of chosen) params.set(key, value);
    if (write) try { history.replaceState(null, "", params.size ? "?" + params : location.pathname); } catch { /* not allowed from disk everywhere */ }
  };
  for (const [key, value] of new URLSearchParams(location.search)) {
    const control = keys.some(([name]) => name === key) && form.elements[key];
    if (control?.type === "checkbox") control.checked = true;
    else if (control) control.value = value;
  }
  form.addEventListener("change", () => update(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  if (form.children.length > 1) list.before(form);
  update(false);
}

// A table in a frame shows the figures that its address asks for, ?figure=a,b
// or ?only=differ, and tells the page around it how high it is.
(() => {
  if (!document.body.classList.contains("bare")) return;
  const params = new URLSearchParams(location.search), figures = params.get("figure")?.split(",").map((id) => id.trim()).filter(Boolean);
  const wanted = (row) => (!figures || figures.includes(decodeURIComponent(row.querySelector(".row")?.hash.slice(1) ?? ""))) &&
    (params.get("only") !== "differ" || row.classList.contains("differ"));
  for (const body of document.querySelectorAll(".compare tbody")) {
    const rows = [...body.rows].filter((row) => !row.classList.contains("group"));
    for (const row of rows) row.hidden = !wanted(row);
    body.hidden = rows.every((row) => row.hidden);
  }
  if (parent === window) return;
  const tell = () => parent.postMessage({ collateHeight: document.documentElement.scrollHeight }, "*");
  new ResizeObserver(tell).observe(document.body);
})();

// An address is passed on without index.html where a server answers for it.
if (/^https?:$/.test(location.protocol) && location.pathname.endsWith("/index.html")) {
  history.replaceState(history.state, "", location.pathname.slice(0, -"index.html".length) + location.search + location.hash);
}

// A button copies what a comparison shows as a table for a spreadsheet.
(() => {
  const text = (cell) => {
    const copy = cell.cloneNode(true);
    for (const aside of copy.querySelectorAll(".sym, .vh, .dots, .permalink, details, .note")) aside.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  for (const compare of document.querySelectorAll(".compare[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = compare.dataset.copy;
    button.addEventListener("click", async () => {
      const rows = [...compare.querySelectorAll("tr")].filter((row) => row.checkVisibility());
      const lines = rows.map((row) => [...row.cells].map(text).join("\t"));
      try {
        await navigator.clipboard.writeText(lines.join("\n"));
        button.append(" ✓");
      } catch { /* no clipboard from disk everywhere: the table can be selected */ }
    });
    compare.querySelector(".folds").append(button);
  }
})();
