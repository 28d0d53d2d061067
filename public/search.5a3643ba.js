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
  const powers = {};
  for (const [power, words] of Object.entries({
    3: "k thousand tausend", 4: "万 萬 만", 5: "lakh", 6: "m mn mln mio million millions millionen millones millon", 7: "crore", 8: "億 亿 억",
    9: "b bn bln mrd billion billions milliard milliards milliarden milliarde", 12: "t tn trn trillion trillions billionen 兆 조",
  })) for (const word of words.split(" ")) powers[word] = Number(power);
  const units = /^(dollars?|usd|us|euros?|eur|pounds?|gbp|yen|jpy|won|krw|yuan|cny|rmb|percent|prozent)$/;
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

  // What a query asks for: each term is exact terms, any of which will do, or
  // the beginning of one.
  const cut = (query) => {
    const text = fold(query).replaceAll("mil millones", "milliard"), terms = [];
    let numberEnd = -1;
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
        const power = next && !(next.gap && (next.word.length < 2 || /[^\x00-\x7f]/.test(next.word[0]))) && powers[next.word] || 0;
        if (power) {
          piece.lastIndex = after.lastIndex;
          terms.push({ exact: [amount(...parts, power)] });
        } else terms.push({ exact: parts[0].length > 3 ? [amount(...parts, 0)] : [], begins: written });
        if (grouped) terms.at(-1).exact.push(amount(grouped, "", power));
        numberEnd = piece.lastIndex;
      } else if (pairs) {
        const all = [...pairs];
        if (all.length < 2) terms.push({ exact: [], begins: pairs });
        for (let i = 1; i < all.length; i++) terms.push({ exact: [all[i - 1] + all[i]] });
      } else if (!(word.length < 2 && text[m.index - 1] === "'") && !(m.index === numberEnd + 1 && units.test(word))) {
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
  const fit = async ({ exact, begins }) => {
    const { starts, entries } = await index();
    const best = new Uint8Array(entries);
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
    const wanted = exact.map((term) => addExact(term, 2));
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

  // The numbers of the entries that fit, best first, and whether they fit all
  // of the query.
  const search = async (query, filters) => {
    const { kinds, entries } = await index();
    const terms = cut(query);
    const [allowed, fits, titles, joined] = await Promise.all([
      Promise.all(filters.map((term) => fit({ exact: [term] }))), Promise.all(terms.map(fit)), fit({ exact: [whole(query)] }),
      terms.length === 2 && terms.every((term) => term.word) ? fit({ exact: [terms[0].begins + terms[1].begins] }) : []]);
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
    return { results, complete };
  };

  // The page

  const element = (name, className, ...children) => {
    const e = document.createElement(name);
    if (className) e.className = className;
    e.append(...children);
    return e;
  };
  const item = ([kind, path, title, by, date, figures = []]) => {
    const link = element("a", "", element("bdi", "", title));
    link.href = root + path + (path === "" || path.endsWith("/") ? "index.html" : "");
    const li = element("li", "", element("p", "head", link));
    const about = [kindNames[kind], by, date].filter(Boolean).join(" · ");
    if (about) li.append(element("p", "by", about));
    const figs = element("ul", "figs");
    for (let i = 0; i < figures.length; i += 3) {
      const value = element("span", figures[i + 2] ? "val out" : "val", element("bdi", "", figures[i + 1]));
      if (figures[i + 2]) value.prepend(element("span", "sym", figures[i + 2]), " ");
      figs.append(element("li", "", figures[i] + " ", value));
    }
    if (figures.length) li.append(figs);
    return li;
  };
  let run = 0, results = [];
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
      found.textContent = "";
      more.hidden = true;
      return;
    }
    try {
      const wanted = Object.keys(filters).filter((name) => params.has(name)).map((name) => filters[name] + params.get(name));
      if (params.has("differ")) wanted.push("!d");
      const { results: all, complete } = await search(params.get("q") ?? "", wanted);
      if (mine !== run) return;
      results = all;
      await show(0);
      if (mine !== run) return;
      const n = " " + all.length.toLocaleString(document.documentElement.lang);
      found.textContent = !all.length ? form.dataset.none : (complete ? form.dataset.found : form.dataset.some) + n;
    } catch {
      if (mine === run) found.textContent = form.dataset.failed;
    }
  };
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
