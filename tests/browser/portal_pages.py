# SPDX-License-Identifier: EUPL-1.2
"""The addresses of one page of each sort, and scripts that measure a page."""

PAGES = {
    "home": "/",
    "map": "/kaart",
    "theme": "/themas/krachtenveld",
    "topic": "/onderwerpen/pw-verantwoording",
    "obstacle": "/obstakels/ob-eenzame-samenwerker",
    "finder": "/werkvormen?groepsgrootte=8&maximaleDuur=30",
    "finder-mistake": "/werkvormen?groepsgrootte=acht&thema=niets",
    "finder-nothing": "/werkvormen?groepsgrootte=900&maximaleDuur=15",
    "work-form": "/werkvormen/wv-troika",
    "work-form-sheet": "/werkvormen/wv-troika/printen",
    "article": "/artikelen/ar-klein-begin",
    "video": "/videos/vi-luisteren",
    "story": "/verhalen/st-zonder-opdracht",
    "term": "/begrippen/tm-mandaat",
    "terms": "/begrippen",
    "list": "/obstakels",
    "journeys": "/reizen",
    "journey": "/reizen/jo-eerste-keer",
    "stop": "/reizen/jo-eerste-keer/3",
    "search": "/zoeken?zoekterm=ik+sta+er+alleen+voor",
    "search-narrowed": "/zoeken?zoekterm=iets+voor+8+personen&soort=werkvorm&pagina=2",
    "search-nothing": "/zoeken?zoekterm=%3Cscript%3Exqzvw%3C/script%3E",
    "search-empty": "/zoeken",
    "about": "/over",
    "not-found": "/onderwerpen/kv-colleg",
}

# Calls back when the search box has been replaced by the one with suggestions; at once on pages without one.
READY = """
const done = arguments[0], box = document.querySelector('landkaart-zoek');
if (!box || box.querySelector('[role=combobox]')) done();
else box.addEventListener('landkaart:ready', () => done(), {once: true});
"""


def open_page(browser, address):
    browser.open(address)
    browser.driver.execute_async_script(READY)


# The width of the page, and the elements that are wider than the window.
WIDTH = """
const page = document.scrollingElement.scrollWidth;
const wide = page <= innerWidth ? [] : [...document.querySelectorAll('body *')].filter(
  one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.tagName + '.' + one.className);
return [page, wide.slice(0, 4)];
"""

# The size of the clickable area of every link and control, except links within a sentence or a drawing.
TARGETS = """
const found = [];
for (const one of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')) {
  if (one.closest('svg, .landkaart-body, .nl-paragraph, .landkaart-screen-only, .nl-skip-link')) continue;
  if (!one.checkVisibility()) continue;
  const card = one.closest('.landkaart-card');
  const box = (card || one).getBoundingClientRect();
  const control = one.matches('button, input, select, .nl-button');
  found.push([one.textContent.trim() || one.name, box.width, box.height, control]);
}
return found;
"""

# The elements that the keyboard must reach, in the order of the document.
REACHABLE = """
return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, video[controls]')]
  .filter(one => one.checkVisibility({contentVisibilityAuto: true}))
  .map((one, number) => (one.dataset.number = number, number));
"""

# The element with the focus: its position, whether another element covers it, and the best contrast of its focus ring.
FOCUS = """
const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
const light = colour => {
  canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = '#fff'; canvas.fillRect(0, 0, 1, 1);
  canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(
    part => part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
const page = getComputedStyle(document.body).backgroundColor, ring = one.querySelector('.landkaart-ring');
const drawn = ring ? [[getComputedStyle(ring).stroke, parseFloat(getComputedStyle(ring).strokeWidth)]]
  : [[style.outlineColor, style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth)],
     ...(style.boxShadow.match(/rgba?\\([^)]*\\)/g) ?? []).map(colour => [colour, 2])];
const middle = document.elementFromPoint(
  Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1));
return {number: one.dataset.number === undefined ? null : +one.dataset.number, name: one.textContent.trim().slice(0, 40) || one.name,
  top: box.top + scrollY, drawing: !!one.closest('svg'), width: Math.max(...drawn.map(([, width]) => width)),
  contrast: Math.max(...drawn.filter(([, width]) => width > 0).map(([colour]) => contrast(colour, page)), 1),
  seen: box.bottom > 0 && box.top < innerHeight && (!!one.closest('svg') || one.contains(middle) || middle.contains(one))};
"""
