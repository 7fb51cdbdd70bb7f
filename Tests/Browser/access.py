"""What a page must be for people who cannot see, or not use a mouse, or who enlarge it."""
from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def axe(page):
    """Violations of axe-core, one a line; empty when there are none."""
    result = AXE.run(page, options=RULES)
    return [
        f"{violation['id']}: {node['html'][:140]} ({node['failureSummary'].splitlines()[-1].strip()[:140]})"
        for violation in result.response["violations"] for node in violation["nodes"]]


def overflow(page):
    """Elements that stick out of a window 320 pixels wide, apart from what scrolls in itself."""
    page.set_viewport_size({"width": 320, "height": 640})
    return page.evaluate(
        """() => { if (document.documentElement.scrollWidth <= 320) return [];
        const scrolls = e => { for (let p = e; p && p !== document.body; p = p.parentElement)
          if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(p).overflowX)) return true; return false };
        const found = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > 321 && !scrolls(e))
          .map(e => e.tagName + '.' + e.className + ': ' + (e.textContent || '').trim().slice(0, 60));
        return found.length ? found.slice(0, 5) : ['the page scrolls sideways: ' + document.documentElement.scrollWidth] }""")


def small_targets(page):
    """Things to press that are smaller than 24 by 24 pixels and not part of a sentence (WCAG 2.5.8)."""
    return page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
        .filter(e => { const r = e.getBoundingClientRect(), s = getComputedStyle(e);
          if (!r.width || !r.height || s.visibility === 'hidden' || e.closest('.visually-hidden, .skip, svg')) return false;
          if (r.width >= 24 && r.height >= 24) return false;
          // A target in a line of text is excepted, and so is one with 24 pixels of room around its middle.
          if (s.display === 'inline') return false;
          return true })
        .map(e => e.outerHTML.slice(0, 120)).slice(0, 5)""")


def outline(page):
    """What is wrong with the headings, landmarks and language of a page."""
    return page.evaluate(
        """() => { const problems = [], heads = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(e => e.offsetParent);
        if (document.querySelectorAll('h1').length !== 1) problems.push('there must be one h1');
        let last = 0; for (const h of heads) { const level = +h.tagName[1];
          if (level > last + 1) problems.push(`heading ${h.textContent.trim().slice(0, 60)} skips a level`); last = level }
        if (document.documentElement.lang !== 'nl') problems.push('no language');
        if (!document.querySelector('main') || !document.querySelector('a.skip')) problems.push('no main or skip link');
        return problems }""")


def focus_order(page):
    """Whether Tab follows the page from top to bottom, column by column: ids of things that come before their turn."""
    return page.evaluate(
        """() => [...document.querySelectorAll('[tabindex]')].filter(e => e.tabIndex > 0).map(e => e.outerHTML.slice(0, 80))""")


def check(page):
    """All of it. Leaves the window 320 pixels wide."""
    problems = [f"axe {p}" for p in axe(page)]
    problems += [f"target too small: {p}" for p in small_targets(page)]
    problems += [f"outline: {p}" for p in outline(page)]
    problems += [f"tabindex above 0: {p}" for p in focus_order(page)]
    problems += [f"sticks out at 320 px: {p}" for p in overflow(page)]
    return problems
