// Added to every page while it is served by "collate serve", never published.
// It holds a stream of events open and does what they say: load the page
// anew, put new style sheets in, or show what is wrong in a panel.
(() => {
  "use strict";
  const script = document.currentScript;
  const memory = "collate scroll " + location.pathname;
  let shows = script.dataset.page; // what this page is made of
  let stream = null;
  let panel = null;
  let waiting = 0;

  // The place on the page, over a reload.

  const keepPlace = () => {
    try {
      sessionStorage.setItem(memory, JSON.stringify([scrollX, scrollY]));
    } catch {
      return; // no storage: the browser's own memory has to do
    }
    history.scrollRestoration = "manual";
  };

  const findPlace = () => {
    let place = null;
    try {
      place = JSON.parse(sessionStorage.getItem(memory));
      sessionStorage.removeItem(memory);
    } catch {
      return;
    }
    if (!place) return;
    const go = () => scrollTo({ left: place[0], top: place[1], behavior: "instant" });
    let moved = false;
    for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      addEventListener(kind, () => { moved = true; }, { once: true, passive: true });
    }
    go();
    addEventListener("load", () => {
      if (!moved) go(); // pictures may have made the page longer
      history.scrollRestoration = "auto";
    }, { once: true });
  };

  const reload = () => {
    disconnect();
    keepPlace();
    location.reload();
  };

  // Style sheets, put in beside the old ones, which go when the new are there.

  const restyle = (addresses) => {
    const links = [...document.querySelectorAll("link[rel~=stylesheet]:not([data-collate])")];
    if (links.length !== addresses.length) return reload();
    links.forEach((old, i) => {
      if (old.getAttribute("href") === addresses[i]) return;
      const link = old.cloneNode();
      link.href = addresses[i];
      link.onload = () => old.remove();
      link.onerror = reload;
      old.after(link);
    });
  };

  // The panel. It is text, never markup.

  const make = (name, text, attributes) => {
    const element = document.createElement(name);
    element.textContent = text;
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    return element;
  };

  // A message may be broken where the panel ends; a line of a file with the
  // caret under it may not.
  const lines = (text) => text.split("\n").map((line) => {
    const quoted = line.startsWith("    ") && !line.startsWith("    hint: ");
    return make("span", line + "\n", quoted ? { class: "quoted" } : {});
  });

  const show = (title, text) => {
    if (document.body.classList.contains("collate-trouble")) {
      document.querySelector("pre").textContent = text;
      return;
    }
    if (!panel) {
      if (!document.querySelector("link[data-collate]")) {
        document.head.append(make("link", "", { rel: "stylesheet", href: "/.collate/live.css", "data-collate": "" }));
      }
      panel = make("section", "", { id: "collate-panel", "aria-labelledby": "collate-panel-title", lang: "en", dir: "ltr" });
      const close = make("button", "Close", { type: "button" });
      close.addEventListener("click", hide);
      panel.append(make("h2", "", { id: "collate-panel-title" }), close, make("pre", "", { role: "alert", tabindex: "0" }));
      document.body.append(panel);
    }
    panel.querySelector("h2").textContent = title;
    panel.querySelector("pre").replaceChildren(...lines(text.trimEnd()));
    document.documentElement.classList.add("collate-panel-open");
  };

  const hide = () => {
    if (panel) panel.remove();
    panel = null;
    document.documentElement.classList.remove("collate-panel-open");
  };

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  // The stream. Browsers allow six connections to a server, all tabs counted,
  // so a hidden page has no stream, and one that four others have been opened
  // after has it for a moment every second.

  const name = Math.random();
  const others = new BroadcastChannel("collate");
  const newer = new Set();
  const crowded = () => newer.size >= 4;

  const on = (kind, act) => {
    stream.addEventListener(kind, (event) => {
      shows = event.lastEventId || shows;
      act(JSON.parse(event.data));
      if (crowded()) setTimeout(pause, 100); // what else there is to tell comes at once
    });
  };

  const address = () => {
    try {
      return decodeURIComponent(location.pathname);
    } catch {
      return location.pathname; // not UTF-8: no page has such an address
    }
  };

  const connect = () => {
    clearTimeout(waiting);
    if (stream || document.hidden) return;
    stream = new EventSource("/.collate/events?" + new URLSearchParams({ path: address(), page: shows }));
    on("reload", reload);
    on("style", restyle);
    on("problems", (text) => show("The content has errors", text));
    on("gone", (text) => show("Page gone", text));
    on("healed", hide);
    stream.addEventListener("error", () => {
      if (stream && stream.readyState === EventSource.CLOSED) pause();
    });
  };

  const disconnect = () => {
    clearTimeout(waiting);
    if (stream) stream.close();
    stream = null;
  };

  const pause = () => {
    disconnect();
    waiting = setTimeout(connect, 1000);
  };

  const enter = () => {
    if (document.hidden) return;
    newer.clear();
    others.postMessage({ enter: name });
    connect();
  };

  const leave = () => {
    others.postMessage({ leave: name });
    disconnect();
  };

  others.addEventListener("message", ({ data }) => {
    newer.delete(data.leave);
    if (data.enter) newer.add(data.enter);
    if (data.enter && stream && crowded()) pause();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) leave();
    else enter();
  });
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => {
    if (event.persisted) enter();
  });

  findPlace();
  enter();
})();
