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

// Charts can be taken away as they stand: as SVG, and as PNG, which is painted
// piece by piece, since a strict policy lets no picture be made from text.
(() => {
  const gather = (svg) => [...svg.querySelectorAll("line, rect, circle, path, text")].map((piece) => {
    const style = getComputedStyle(piece), m = svg.getScreenCTM().inverse().multiply(piece.getScreenCTM());
    const at = (name) => piece[name].baseVal.value ?? piece[name].baseVal[0]?.value ?? 0;
    const own = {
      line: () => ({ d: `M${at("x1")} ${at("y1")}L${at("x2")} ${at("y2")}` }),
      rect: () => ({ d: `M${at("x")} ${at("y")}h${at("width")}v${at("height")}h${-at("width")}z` }),
      circle: () => ({ d: `M${at("cx") - at("r")} ${at("cy")}a${at("r")} ${at("r")} 0 1 0 ${2 * at("r")} 0a${at("r")} ${at("r")} 0 1 0 ${-2 * at("r")} 0z` }),
      path: () => ({ d: piece.getAttribute("d") }),
      text: () => ({ text: piece.textContent, x: at("x"), y: at("y"), anchor: style.textAnchor, font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}` }),
    }[piece.localName]();
    return { ...own, m, fill: style.fill, fillOpacity: style.fillOpacity, stroke: style.stroke, strokeOpacity: style.strokeOpacity, width: parseFloat(style.strokeWidth), dash: style.strokeDasharray };
  });
  const heading = (figure, wide) => {
    const pen = document.createElement("canvas").getContext("2d"), lines = [];
    const add = (element, text) => {
      const style = getComputedStyle(element), font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      pen.font = font;
      let line = "";
      for (const word of [...text.split(" "), null]) {
        if (word === null || pen.measureText(line + " " + word).width > wide && line) {
          lines.push({ text: line, font, fill: style.color });
          line = "";
        }
        line = line ? line + " " + word : word;
      }
    };
    add(figure.querySelector("b"), figure.querySelector("b").textContent);
    add(figure.querySelector("span"), figure.querySelector("span").firstChild.textContent + location.href.split(/[?#]/)[0]);
    return lines.map((line, i) => ({ ...line, m: new DOMMatrix(), x: 0, y: 20 * (i + 1), anchor: "start", fillOpacity: 1, stroke: "none" }));
  };
  const draw = (figure) => {
    const svg = figure.querySelector("svg.chart"), { width, height } = svg.getBoundingClientRect(), lines = heading(figure, width);
    const pieces = gather(svg), top = 20 * lines.length + 20;
    for (const piece of pieces) piece.m = new DOMMatrix().translate(0, top).multiply(piece.m);
    return { width: width + 32, height: height + top + 32, paper: getComputedStyle(document.body).backgroundColor, pieces: [...lines, ...pieces] };
  };
  const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);
  const asSVG = ({ width, height, paper, pieces }) => {
    const parts = pieces.map((p) => {
      const look = `transform="${p.m}" fill="${p.fill}" fill-opacity="${p.fillOpacity}" stroke="${p.stroke}" stroke-opacity="${p.strokeOpacity ?? 1}" stroke-width="${p.width || 0}" stroke-dasharray="${p.dash ?? "none"}" paint-order="stroke"`;
      return p.d ? `<path ${look} d="${p.d}"/>` : `<text ${look} x="${p.x}" y="${p.y}" text-anchor="${p.anchor}" style="font:${escape(p.font)}">${escape(p.text)}</text>`;
    });
    return new Blob([`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="-16 -16 ${width} ${height}"><rect x="-16" y="-16" width="100%" height="100%" fill="${paper}"/>${parts.join("")}</svg>`], { type: "image/svg+xml" });
  };
  const asPNG = ({ width, height, paper, pieces }) => new Promise((done) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height }), pen = canvas.getContext("2d");
    pen.fillStyle = paper;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    for (const p of pieces) {
      pen.setTransform(new DOMMatrix([2, 0, 0, 2, 32, 32]).multiply(p.m));
      pen.setLineDash(p.dash && p.dash !== "none" ? p.dash.split(/[ ,]+/).map(parseFloat) : []);
      Object.assign(pen, { fillStyle: p.fill, strokeStyle: p.stroke, lineWidth: p.width || 0, font: p.font ?? pen.font, lineJoin: "round",
        textAlign: { middle: "center", end: "right" }[p.anchor] ?? "left" });
      const shape = p.d && new Path2D(p.d);
      const put = (how, alpha) => {
        pen.globalAlpha = alpha;
        if (shape) pen[how](shape);
        else pen[how + "Text"](p.text, p.x, p.y);
      };
      if (p.stroke !== "none" && p.width) put("stroke", p.strokeOpacity);
      if (p.fill !== "none") put("fill", p.fillOpacity);
    }
    canvas.toBlob(done);
  });
  for (const figure of document.querySelectorAll(".drawn[data-download]")) {
    const row = document.createElement("p");
    row.className = "take";
    row.append(figure.dataset.download);
    for (const [name, make] of [["SVG", asSVG], ["PNG", asPNG]]) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
      button.addEventListener("click", async () => {
        const address = URL.createObjectURL(await make(draw(figure)));
        const file = figure.querySelector("svg title").id.replace(/-title$/, "");
        Object.assign(document.createElement("a"), { href: address, download: `${file}.${name.toLowerCase()}` }).click();
        setTimeout(() => URL.revokeObjectURL(address), 10000);
      });
      row.append(" ", button);
    }
    figure.append(row);
  }
})();

// A table in a frame shows the figures that its address asks for, ?figure=a,b
// or ?only=differ, and tells the page around it how high it is.
(() => {
  if (!document.body.classList.contains("bare")) return;
  const params = new URLSearchParams(location.search), figures = params.get("figure")?.split(",").map((id) => id.trim()).filter(Boolean);
  const wanted = (row) => (!figures || figures.includes(decodeURIComponent(row.querySelector(".permalink")?.hash.slice(1) ?? ""))) &&
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
