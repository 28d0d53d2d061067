// The search page. It loads the parts of the index that a query needs, as
// scripts, so that a page opened from disk can search as well; package search
// says how the index is laid out. Texts are folded and cut there as they are
// here: change both or neither.
(() => {
  const form = document.querySelector("form.search");
  const root = new URL(".", document.currentScript.src).href;
  const field = form.q, list = form.querySelector(".results"), found = form.querySelector(".found");
  const more = form.querySelector(".more"), browse = document.querySelector(".browse");
  const kindNames = form.dataset.kinds.split("|");

  // Files

  const files = new Map(), waiting = {};
  let version = "";
  window.collateSearch = (name, data) => waiting[name](data);
  const load = (name) => {
    if (!files.has(name)) files.set(name, new Promise((done, fail) => {
      waiting[name] = done;
      const script = document.createElement("script");
      script.src = root + "search/" + name + ".js" + version;
      script.onerror = () => { files.delete(name); script.remove(); fail(new Error(name)); };
      document.head.append(script);
    }));
    return files.get(name);
  };
  const index = async () => {
    const terms = await load("terms");
    version = "?v=" + terms.version;
    terms.entries = terms.kinds.reduce((sum, n) => sum + n);
    terms.lexicon ??= lexicon(terms.powers, {});
    terms.rare = new Set(terms.common.split(" "));
    return terms;
  };
  const lines = async (n) => (await load("t" + n)).split("\n");

  // Texts

  const letters = { "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ς": "σ", "’": "'" };
  const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "")
    .replace(/[ßøłđıæœς’]/g, (letter) => letters[letter]).normalize("NFC");
  const pair = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー]";
  const letter = "(?:(?!" + pair + ")[\\p{L}\\p{M}\\p{Nd}])";
  const piece = new RegExp("(?<number>[0-9](?:[0-9]|[.,'](?=[0-9]))*)|(?<pairs>" + pair + "+)|(?<word>" + letter + "+)", "gu");
  const after = new RegExp("(?<gap>[ -]?)(?<word>" + pair + "|(?:(?![0-9])" + letter + ")+)", "uy");
  const lexicon = (byPower, units) => {
    const powers = {};
    for (const [power, words] of Object.entries(byPower)) for (const word of words.split("|")) powers[word] = Number(power);
    return { powers, units };
  };
  const unitWord = /[ -]?(?<one>[^\s\d.,;:!?()[\]"]+)(?<two> [^\s\d.,;:!?()[\]"]+)?/uy;
  const whole = (text) => "=" + fold(text).replace(/[^\p{L}\p{M}\p{Nd}]+/gu, " ").trim();

  // A number's digits before the point and behind it; null for a date or the like.
  const plain = (text) => {
    const whole = text.split(".")[0];
    if (text.length > 32) return null;
    if (/^\d{1,3}(,\d{3})+$/.test(whole)) text = text.replaceAll(",", "");
    else if (/^\d{1,3}('\d{3})+$/.test(whole)) text = text.replaceAll("'", "");
    else if (/^\d{1,3}(\.\d{3}){2,}$/.test(text)) text = text.replaceAll(".", "");
    const parts = text.split(/[.,']/);
    return parts.length > 2 ? null : [parts[0], (parts[1] ?? "").replace(/0+$/, "")];
  };
  const amount = (whole, fraction, power) => {
    const digits = (whole + fraction.slice(0, power).padEnd(power, "0")).replace(/^0+/, "");
    return "#" + digits + (fraction.length > power ? "." + fraction.slice(power) : "");
  };

  // A number times what one of a unit is, as the index has it: #2000000000W.
  const times = ([whole, fraction], power, [factor, unit]) => {
    const [a, b = ""] = factor.split(".");
    const product = BigInt(whole + fraction) * BigInt(a + b) * 10n ** BigInt(power);
    const places = fraction.length + b.length, digits = String(product).padStart(places + 1, "0");
    const decimals = digits.slice(digits.length - places).replace(/0+$/, "");
    const base = unit.split("/")[0];
    return "#" + (places ? digits.slice(0, -places) + (decimals && "." + decimals) : digits) + (/^[A-Z]{3}$/.test(base) ? "" : base);
  };

  // What a query asks for: each term is exact terms, any of which will do, or
  // the beginning of one; a weak term will do too, but counts for less.
  const cut = (query, { powers, units }) => {
    const text = fold(query), terms = [];
    for (piece.lastIndex = 0; ;) {
      const m = piece.exec(text);
      if (!m) return terms;
      const { number, pairs, word } = m.groups;
      if (number) {
        const parts = plain(number);
        if (!parts) { for (const part of number.split(/[.,']/)) terms.push({ exact: [part] }); continue; }
        const written = parts[0] + (parts[1] && "." + parts[1]);
        after.lastIndex = piece.lastIndex;
        const next = after.exec(text)?.groups;
        const grouped = /^\d{1,3}\.\d{3}$/.test(number) && number.replace(".", ""); // 110.000 may be 110000 as well
        const mayBe = next && !(next.gap && (next.word.length < 2 || new RegExp("^" + pair, "u").test(next.word)));
        const second = mayBe && /^ [\p{L}\p{M}]+/u.exec(text.slice(after.lastIndex))?.[0];
        const two = second && powers[next.word + second] || 0, power = two || mayBe && powers[next.word] || 0;
        if (power) piece.lastIndex = after.lastIndex + (two ? second.length : 0);
        const term = power ? { exact: [amount(...parts, power)] } : { exact: parts[0].length > 3 ? [amount(...parts, 0)] : [], begins: written };
        if (grouped) term.exact.push(amount(grouped, "", power));
        unitWord.lastIndex = piece.lastIndex;
        const unit = unitWord.exec(text)?.groups, named = unit && (unit.two && units[unit.one + unit.two] ? unit.one + unit.two : units[unit.one] && unit.one);
        if (named) {
          piece.lastIndex = text.indexOf(named, piece.lastIndex) + named.length;
          term.weak = [...term.exact, written];
          term.exact = [times(parts, power, units[named])];
          delete term.begins;
        }
        terms.push(term);
      } else if (pairs) {
        const all = [...pairs];
        if (all.length < 2) terms.push({ exact: [], begins: pairs });
        for (let i = 1; i < all.length; i++) terms.push({ exact: [all[i - 1] + all[i]] });
      } else if (!(word.length < 2 && text[m.index - 1] === "'")) {
        terms.push({ exact: [], begins: word.slice(0, 32), word: true });
      }
    }
  };

  // Lists of entries

  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const each = (list, tell) => {
    if (list[0] === "!") {
      for (let i = 1; i < list.length; i++) {
        const bits = digits.indexOf(list[i]);
        for (let bit = 0; bit < 6; bit++) if (bits >> bit & 1) tell((i - 1) * 6 + bit);
      }
      return;
    }
    let entry = 0, gap = 0, shift = 0;
    for (const c of list) {
      const digit = digits.indexOf(c);
      gap += (digit & 31) << shift;
      shift += 5;
      if (digit < 32) { entry += gap; tell(entry++); gap = shift = 0; }
    }
  };
  const weights = [8, 4, 1];
  const add = (best, line, factor) => line.split("\t").slice(1).forEach((items, part) => {
    const weight = weights[part] * factor;
    each(items, (entry) => { if (best[entry] < weight) best[entry] = weight; });
  });

  // How well each entry fits one term: zero for those that lack it.
  const fit = async ({ exact, begins, weak = [] }) => {
    const { starts, entries } = await index();
    const best = new Float32Array(entries);
    const fileOf = (term) => {
      let n = 0;
      starts.forEach((start, i) => { if (start !== "" && start <= term) n = i; });
      return n;
    };
    const addExact = async (term, factor) => {
      const line = (await lines(fileOf(term))).find((line) => line.startsWith(term + "\t"));
      if (line) add(best, line, factor);
      return line;
    };
    const wanted = [...exact.map((term) => addExact(term, 2)), ...weak.map((term) => addExact(term, 0.5))];
    if (begins) wanted.push(addExact(begins, 2));
    const least = /^[\x00-\x7f]/.test(begins ?? "") ? 2 : 1;
    if (begins && begins.length >= least) {
      const first = fileOf(begins);
      let last = fileOf(begins + "\uffff");
      if (last - first < 4 || !await addExact(begins + "*", 1)) {
        last = Math.min(last, first + 3);
        for (let n = first; n <= last; n++) wanted.push(lines(n).then((all) => {
          for (const line of all) if (line.startsWith(begins)) add(best, line, 1);
        }));
      }
    }
    await Promise.all(wanted);
    return best;
  };

  // What counts more than others: stories; and a title that is the whole query,
  // most of all a source's or a tag's. In the order of kinds.
  const kindWeights = [1, 1.2, 1.2, 1, 1.5, 1], titleWeights = [1.4, 2, 2, 2];

  // How many letters it takes to make one word of another: to add, leave out,
  // change or exchange one, up to a limit.
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], row = [...Array(b.length + 1).keys()];
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return row[b.length];
  };

  // What a word that nothing has may have meant: the nearest name, of several
  // the one that most titles have.
  const meant = async (word) => {
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    let best = null, nearest = most + 1;
    for (const name of await load("names")) {
      const n = distance(word, fold(name), most);
      if (n < nearest) [best, nearest] = [name, n];
    }
    return best;
  };

  // What a query asks for, without the words that ask for nothing.
  const read = async (query) => {
    const starts = await index();
    if (/\d\s*[^\s\d]/.test(query)) starts.lexicon.units = await load("units");
    const terms = cut(query, starts.lexicon), rare = terms.filter((term) => !term.word || !starts.rare.has(term.begins));
    return rare.length ? rare : terms;
  };

  // The numbers of the entries that fit, best first, whether they fit all of the
  // query, and what it may have meant where a word is nowhere.
  const search = async (query, filters) => {
    const { kinds, entries } = await index();
    const terms = await read(query);
    const [allowed, fits, titles, joined] = await Promise.all([
      Promise.all(filters.map((term) => fit({ exact: [term] }))), Promise.all(terms.map(fit)), fit({ exact: [whole(query)] }),
      terms.length === 2 && terms.every((term) => term.word) ? fit({ exact: [terms[0].begins + terms[1].begins] }) : []]);
    let likely = "";
    for (const [i, { begins, word }] of terms.entries()) {
      if (!word || fits[i].some(Boolean) || joined.some?.(Boolean)) continue;
      const name = await meant(begins);
      if (name) likely = (likely || query).replace(new RegExp("(?<![\\p{L}\\p{M}])[\\p{L}\\p{M}'’-]+", "gu"), (own) => fold(own) === begins ? name : own);
    }
    const score = new Float32Array(entries), count = new Uint8Array(entries);
    for (const best of fits) {
      joined.forEach((weight, entry) => { if (best[entry] < weight) best[entry] = weight; }); // open ai: openai
      const rare = 1 + Math.log2(entries / (1 + best.reduce((n, weight) => n + (weight > 0), 0)));
      best.forEach((weight, entry) => { if (weight) { score[entry] += weight * rare; count[entry]++; } });
    }
    let first = 0;
    kinds.forEach((n, kind) => {
      for (const end = first + n; first < end; first++) score[first] *= kindWeights[kind] * (titles[first] ? titleWeights[kind] : 1);
    });
    const all = [...score.keys()].filter((entry) => allowed.every((best) => best[entry]));
    let results = all.filter((entry) => count[entry] === terms.length), complete = true;
    if (!results.length) { results = all.filter((entry) => count[entry]); complete = false; }
    results.sort((a, b) => score[b] - score[a] || a - b);
    return { results, complete, terms, likely };
  };

  // The page

  const element = (name, className, ...children) => {
    const e = document.createElement(name);
    if (className) e.className = className;
    e.append(...children);
    return e;
  };
  // A text with the words marked that the query has, or the whole of a value.
  const marked = (text, isValue) => {
    const e = element("bdi", "");
    if (isValue && terms.some(({ exact }) => exact.length && amounts(text).some((term) => exact.includes(term)))) {
      e.append(element("mark", "", text));
      return e;
    }
    for (const part of text.split(/([\p{L}\p{M}\p{Nd}]+)/u)) {
      const folded = fold(part);
      e.append(folded && terms.some(({ begins, word }) => begins && (word ? folded.startsWith(begins) : folded === begins)) ? element("mark", "", part) : part);
    }
    return e;
  };
  const amounts = (text) => cut(text, known).flatMap(({ exact, weak = [] }) => [...exact, ...weak]);
  // How much of the query a figure has: its value counts for more than its name.
  const hits = (name, value) => {
    const words = fold(name + " " + value).split(/[^\p{L}\p{M}\p{Nd}]+/u), all = amounts(value);
    return terms.reduce((n, { exact, begins }) => n + 2 * exact.some((term) => all.includes(term)) + (begins ? words.some((word) => word.startsWith(begins)) : 0), 0);
  };
  const figuresShown = 3;
  const item = ([kind, path, title, by, date, figures = []]) => {
    const link = element("a", "", marked(title));
    link.href = root + path + (path === "" || path.endsWith("/") ? "index.html" : "");
    const li = element("li", "", element("p", "head", link));
    const about = [kindNames[kind], by, date].filter(Boolean).join(" · ");
    if (about) li.append(element("p", "by", about));
    const figs = element("ul", "figs");
    const all = [];
    for (let i = 0; i < figures.length; i += 3) all.push([hits(figures[i], figures[i + 1]), ...figures.slice(i, i + 3)]);
    all.sort((a, b) => b[0] - a[0]);
    for (const [, name, text, sign] of all.slice(0, figuresShown)) {
      const value = element("span", sign ? "val out" : "val", marked(text, true));
      if (sign) value.prepend(element("span", "sym", sign), " ");
      figs.append(element("li", "", marked(name), " ", value));
    }
    if (figures.length) li.append(figs);
    return li;
  };
  let run = 0, results = [], terms = [], known = lexicon({}, {});
  const maybe = form.querySelector(".maybe");
  const show = async (from) => {
    const mine = run, { shown } = await index();
    const wanted = results.slice(from, from + 10);
    const entries = await Promise.all(wanted.map(async (entry) => (await load("d" + Math.floor(entry / shown)))[entry % shown]));
    if (mine !== run) return;
    const items = entries.map(item);
    if (from) list.append(...items); else list.replaceChildren(...items);
    more.hidden = results.length <= from + 10;
    if (from) items[0]?.querySelector("a").focus();
  };
  const filters = { source: "!s", story: "!t", tag: "!g" };
  const state = () => {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value.trim()) params.set(name, value.trim());
    return params;
  };
  const update = async () => {
    const mine = ++run, params = state();
    try { history.replaceState(null, "", "?" + params); } catch { /* not allowed from disk everywhere */ }
    browse.hidden = params.size > 0;
    if (!params.size) {
      list.replaceChildren();
      maybe.hidden = true;
      found.textContent = "";
      more.hidden = true;
      return;
    }
    try {
      const wanted = Object.keys(filters).filter((name) => params.has(name)).map((name) => filters[name] + params.get(name));
      if (params.has("differ")) wanted.push("!d");
      const { results: all, complete, terms: asked, likely } = await search(params.get("q") ?? "", wanted);
      if (mine !== run) return;
      [results, terms, known] = [all, asked, (await index()).lexicon];
      maybe.hidden = !likely;
      maybe.querySelector("button").textContent = likely;
      await show(0);
      if (mine !== run) return;
      const n = " " + all.length.toLocaleString(document.documentElement.lang);
      found.textContent = !all.length ? form.dataset.none : (complete ? form.dataset.found : form.dataset.some) + n;
    } catch {
      if (mine === run) found.textContent = form.dataset.failed;
    }
  };
  maybe.querySelector("button").addEventListener("click", (event) => {
    field.value = event.target.textContent;
    update();
    field.focus();
  });
  let soon = 0;
  form.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(update, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(soon); update(); });
  more.querySelector("button").addEventListener("click", () => show(list.children.length));

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.target, links = [...list.querySelectorAll(".head a")], n = links.indexOf(at);
    const inField = at === field || n >= 0;
    let to = null;
    if (event.key === "/" && !at.closest("input, select, textarea") || event.key === "Escape" && n >= 0) to = field;
    if (event.key === "ArrowDown" && inField) to = links[n + 1];
    if (event.key === "ArrowUp" && n >= 0) to = links[n - 1] ?? field;
    if (!to) return;
    event.preventDefault();
    to.focus();
    if (to === field) field.select();
  });

  const params = new URLSearchParams(location.search);
  for (const [name, value] of params) {
    const control = form.elements[name];
    if (control?.type === "checkbox") control.checked = value !== "";
    else if (control) {
      if (control.options && ![...control.options].some((o) => o.value === value)) control.add(new Option(value, value));
      control.value = value;
    }
  }
  form.hidden = false;
  if (state().size) update(); else field.focus();
})();
