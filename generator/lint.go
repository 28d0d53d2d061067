package generator

import (
	"slices"
	"strings"

	"collate/generator/digest"
	"collate/generator/evidence"
	"collate/generator/parallel"
	"collate/generator/problem"
	"collate/generator/prose"
)

// Lint is what is to be asked of the writers of a site beyond what a build asks:
// numbers in the text that contradict the figures, values that are not in their
// quotes, pages that have moved since the last build, and a url that is missing.
// All of it is warnings. Known are the problems that the site was made with.
// Where most is above 0 no more stories than that are read of those that weren't
// before, and whole says whether there were no more.
func (s *Site) Lint(last *LastBuild, known problem.List, most int) (problems problem.List, whole bool) {
	contradictions, whole := s.lint.of(s.Digest, most)
	problems = slices.Concat(contradictions, last.Moved(s), s.homeless(known))
	problems.Sort()
	return problems, whole
}

// A lintCache remembers where summaries contradict themselves, by their stories.
// A story lined up never changes, and how its numbers are read is said by the
// configuration.
type lintCache struct {
	locale string
	found  map[*digest.Story]problem.List
}

func (m *lintCache) of(d *digest.Digest, most int) (all problem.List, whole bool) {
	locale := d.Config.Language + " " + d.Config.Currency + " " + d.Config.Tolerance.String()
	if m.locale != locale {
		m.locale, m.found = locale, nil
	}
	var fresh []*digest.Story
	for _, story := range d.Stories {
		if _, known := m.found[story]; !known {
			fresh = append(fresh, story)
		}
	}
	whole = most <= 0 || len(fresh) <= most
	if !whole {
		fresh = fresh[:most]
	}
	found := make(map[*digest.Story]problem.List, len(d.Stories))
	lists := make([]problem.List, len(fresh))
	parallel.Do(len(fresh), func(i int) {
		for _, summary := range fresh[i].Summaries {
			lists[i] = slices.Concat(lists[i], prose.Check(summary, d.Config.Locale()),
				evidence.Check(summary, d.Config))
		}
	})
	for i, list := range lists {
		found[fresh[i]] = list
	}
	for _, story := range d.Stories {
		if list, known := m.found[story]; known {
			found[story] = list
		}
		all = append(all, found[story]...)
	}
	m.found = found
	return all, whole
}

// homeless warns of a site that does not say where it will be published. A
// build doesn't, for at home it does not matter; nor is it asked where a comment
// shows that the url is given by whoever builds.
func (s *Site) homeless(known problem.List) problem.List {
	home := s.Digest.Home.File
	told := func(p problem.Problem) bool { return p.File == home && (p.Severity == problem.Error || p.Line == 0) }
	if s.Digest.Config.URL != "" || slices.ContainsFunc(known, told) ||
		strings.Contains(s.input.text("index.md"), "# url:") {
		return nil
	}
	return problem.List{{
		Place: problem.Place{File: home}, Severity: problem.Warning,
		Message: "url is missing, so that feeds, the sitemap and shared links have addresses without a host",
		Hint:    "write url: https://you.github.io/digest/, or # url: where the build gets it as --url",
	}}
}
