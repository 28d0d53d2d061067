// Charts can be taken away as they stand: as SVG, and as PNG, which is painted
// piece by piece, since a strict policy lets no picture be made from text.
(() => {
  if (window.collateCharts) return; // each chart asks for this file
  window.collateCharts = true;
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
    for (const [name, make] of [["SVG", asSVG], ["PNG", asPNG]]) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: "↓ " + name, ariaLabel: figure.dataset.download + " " + name });
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
