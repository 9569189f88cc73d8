# SPDX-License-Identifier: EUPL-1.2
"""The look of the portal: with themes of NL Design System, forced colours, in print, and in a page of a host."""
import base64
import re
import unittest

from browser import FOLDER, Browser
from portal_pages import FOCUS, PAGES, WIDTH, open_page
from portal_site import THEMES, PortalSite

SHOWN = ("home", "obstacle", "finder", "search")
PICTURES = FOLDER / "portal-looks"

# For a selector, a property such as a colour or font, and tokens: the property must have the value of the first token
# that the theme sets.
LOOKS = {
    (".nl-link", "color"): ("--nl-link-color", "--basis-color-action-2-color-default"),
    (".nl-heading--level-1", "color"): ("--nl-heading-level-1-color", "--basis-heading-color"),
    (".nl-heading--level-1", "fontFamily"): ("--nl-heading-level-1-font-family", "--basis-heading-font-family"),
    (".nl-paragraph", "color"): ("--nl-paragraph-color", "--basis-color-default-color-document"),
    (".nl-button--primary", "backgroundColor"): (
        "--nl-button-primary-background-color",
        "--basis-color-action-1-inverse-bg-default",
    ),
    (".landkaart-input", "borderTopColor"): ("--basis-form-control-border-color",),
    (".landkaart-document", "backgroundColor"): ("--basis-color-default-bg-document",),
}
LOOK = """
const [selector, property, tokens] = arguments, probe = document.createElement('span');
const root = getComputedStyle(document.querySelector('.landkaart-root'));
const token = tokens.find(name => root.getPropertyValue(name));
document.querySelector('.landkaart-root').append(probe);
if (token) probe.style[property] = `var(${token})`;
const wanted = token ? getComputedStyle(probe)[property] : null;
probe.remove();
return [getComputedStyle(document.querySelector(selector))[property], wanted];
"""
MOVING = """
return [...document.querySelectorAll('*')].filter(one => {
  const style = getComputedStyle(one);
  return style.animationName !== 'none' || style.scrollBehavior !== 'auto'
    || style.transitionDuration.split(', ').some(time => time !== '0s');
}).map(one => one.tagName + '.' + one.className);
"""
HOST = """<!doctype html><html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>{title}</title>{head}</head>
<body><header><p>Intranet</p></header><main><h1>Handboek</h1>{content}</main></body></html>"""


def layout(request, title, language, head, content):
    return HOST.format(title=title, language=language, head=head, content=content)


HIDDEN_ON_PAPER = ("header.landkaart-header", "footer.landkaart-footer", "nav", "form", ".nl-button", ".nl-skip-link")


class Looks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)
        PICTURES.mkdir(parents=True, exist_ok=True)

    def setUp(self):
        self.browser.prefer()
        self.browser.size(1280)

    def portal(self, **how):
        site = PortalSite(**how)
        self.addCleanup(site.close)
        return site.address

    def test_colours_and_fonts_are_those_of_the_theme(self):
        seen = {}
        for theme in ("", *THEMES):
            self.browser.open(self.portal(theme=theme) + PAGES["obstacle"])
            for (selector, property), tokens in LOOKS.items():
                with self.subTest(theme, selector=selector, property=property):
                    has, wanted = self.browser.run(LOOK, selector, property, tokens)
                    seen.setdefault((selector, property), set()).add(has)
                    if theme:
                        self.assertIsNotNone(wanted, "the theme has none of the tokens")
                        self.assertEqual(has, wanted)
        for changing in ((".nl-link", "color"), (".nl-button--primary", "backgroundColor")):
            self.assertEqual(len(seen[changing]), 1 + len(THEMES), changing)

    def test_axe_finds_nothing_in_a_theme(self):
        for theme in THEMES:
            address = self.portal(theme=theme)
            for name in SHOWN:
                with self.subTest(theme, page=name):
                    open_page(self.browser, address + PAGES[name])
                    self.assertEqual(self.browser.findings(), [])
                    self.browser.picture(PICTURES / f"{theme}-{name}.png")

    def test_focus_is_visible_in_a_theme(self):
        for theme in THEMES:
            self.browser.open(self.portal(theme=theme) + PAGES["finder"])
            for _ in range(16):
                self.browser.press_tab()
                focus = self.browser.run(FOCUS)
                self.assertGreaterEqual(focus["contrast"], 3, (theme, focus))

    def test_a_theme_violates_no_policy(self):
        self.browser.complaints()
        self.browser.open(self.portal(theme="ma-theme") + PAGES["home"])
        self.assertEqual(self.browser.complaints(), [])

    def test_forced_colours_are_those_of_the_reader(self):
        address = self.portal()
        self.browser.prefer(forced_colors="active")
        for name in SHOWN:
            with self.subTest(name):
                open_page(self.browser, address + PAGES[name])
                self.assertEqual(self.browser.findings(), [])
                self.browser.picture(PICTURES / f"forced-{name}.png")
        self.browser.open(address + PAGES["finder"])
        edges = self.browser.run("""return ['.landkaart-panel', '.landkaart-card', '.landkaart-chip', '.nl-data-badge',
            '.nl-button', '.landkaart-input'].filter(
            name => getComputedStyle(document.querySelector(name)).borderTopWidth === '0px')""")
        self.assertEqual(edges, [], "without colours, an edge says where a thing ends")

    def test_nothing_moves_with_prefers_reduced_motion(self):
        address = self.portal()
        self.browser.prefer(prefers_reduced_motion="reduce")
        for name in ("home", "obstacle", "finder"):
            self.assertEqual(self.browser.open(address + PAGES[name]).run(MOVING), [], name)

    def test_print_shows_the_text_and_no_controls(self):
        address = self.portal()
        self.browser.prefer(media="print")
        self.browser.size(720)
        shown = "return [...document.querySelectorAll(arguments[0])].filter(one => one.checkVisibility()).length"
        for name in ("work-form", "work-form-sheet", "obstacle", "search"):
            self.browser.open(address + PAGES[name])
            for selector in HIDDEN_ON_PAPER:
                self.assertEqual(self.browser.run(shown, selector), 0, (name, selector))
            self.assertEqual(self.browser.run(shown, "h1"), 1)
            self.browser.picture(PICTURES / f"print-{name}.png")

    def test_a_work_form_fits_on_one_sheet_of_paper(self):
        self.browser.open(self.portal() + PAGES["work-form-sheet"])
        paper = {"paperWidth": 8.27, "paperHeight": 11.69}
        printed = self.browser.driver.execute_cdp_cmd("Page.printToPDF", paper)["data"]
        self.assertLessEqual(pages_of(printed), 2)

    def test_fits_in_a_page_of_the_host(self):
        address = self.portal(layout=layout, heading_offset=1)
        for name in SHOWN:
            with self.subTest(name):
                open_page(self.browser, address + PAGES[name])
                self.browser.size(320)
                self.assertLessEqual(self.browser.run(WIDTH)[0], 320)
                self.browser.size(900)
                self.assertEqual(self.browser.findings(), [])
                self.assertEqual(self.browser.run("return document.querySelectorAll('h1, main').length"), 2)
                self.browser.picture(PICTURES / f"host-{name}.png")

    def test_frisian_interface_and_dutch_content_have_their_own_lang_attributes(self):
        self.browser.open(self.portal(language="fy") + PAGES["obstacle"])
        said = self.browser.run("""
            const spoken = selector => document.querySelector(selector).closest('[lang]').lang;
            return ['html', '.landkaart-sections', '.landkaart-aside-title', 'h1', '.landkaart-body',
                    '.landkaart-route .nl-heading', '.landkaart-card-text', '[aria-current=page]'].map(spoken)""")
        self.assertEqual(said, ["fy", "fy", "fy", "nl", "nl", "fy", "nl", "nl"])
        self.assertEqual(self.browser.findings(), [])


def pages_of(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(pdf)))


if __name__ == "__main__":
    unittest.main()
